import type { Json, JsonObject } from '../../../domain/json.ts'
import type { ActivityPlace } from '../../../domain/report/activity-place.ts'

/** Where, as the form asks it: one list of places and kinds of place, and a commune for those that need one. */
export interface PlaceFields {
  /** Id of a place of activity, a kind of place without one, or nothing. */
  place: string
  placeCommune: string
}

/** Kinds of place that are chosen as such in the list, and not through a place of activity. */
export const placelessKinds = ['domicile', 'a_distance', 'autre'] as const
export type PlacelessKind = (typeof placelessKinds)[number]

export function isPlacelessKind(place: string): place is PlacelessKind {
  return placelessKinds.some((kind) => kind === place)
}

/** Kinds of place whose commune is asked. */
export function asksCommune(place: string): boolean {
  return place === 'domicile' || place === 'autre'
}

/** The place as it is stored, not yet judged; what a newer version knows of the same place stays (I18). */
export function placeOf({ place, placeCommune }: PlaceFields, before: Json | undefined): JsonObject | null {
  const own = ownPlace(place, placeCommune)
  return own && { ...rest(before, own['kind']), ...own }
}

export function placeFields(place: ActivityPlace): PlaceFields {
  switch (place.kind) {
    case 'lieu_activite':
      return { place: place.lieuId, placeCommune: '' }
    case 'domicile':
    case 'autre':
      return { place: place.kind, placeCommune: place.commune }
    case 'a_distance':
      return { place: place.kind, placeCommune: '' }
  }
}

function ownPlace(place: string, commune: string): JsonObject | null {
  if (place === '') return null
  if (!isPlacelessKind(place)) return { kind: 'lieu_activite', lieuId: place }
  return asksCommune(place) ? { kind: place, commune } : { kind: place }
}

function rest(before: Json | undefined, kind: Json | undefined): JsonObject {
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return {}
  return before['kind'] === kind ? before : {}
}
