import * as z from 'zod/mini'
import { sameJson, valueAt, type Json, type JsonObject } from '../json.ts'
import { permittedActivitySchema, type PermittedActivity } from './permitted-activity.ts'

const permitted = permittedActivitySchema.shape

/** Fields of a report whose former values a structure may read: days, numbers and words of a list. */
export const toldFieldsSchema = z.object({
  participants: z.optional(permitted.participants),
  level: z.optional(permitted.level),
  activity: z.optional(permitted.activity),
  eventType: z.optional(permitted.eventType),
  organisers: z.optional(permitted.organisers),
  scale: z.optional(permitted.scale),
  date: z.optional(permitted.date),
  minutes: z.optional(permitted.minutes),
  placeKind: z.optional(permitted.placeKind),
  placeName: z.optional(permitted.placeName),
  communeName: z.optional(permitted.communeName),
  themes: z.optional(permitted.themes),
  administrativeThemes: z.optional(permitted.administrativeThemes),
  equipment: z.optional(permitted.equipment),
  autonomy: z.optional(permitted.autonomy),
  oriented: z.optional(permitted.oriented),
  orientation: z.optional(permitted.orientation),
  unmetNeeds: z.optional(permitted.unmetNeeds),
})
export type ToldFields = z.infer<typeof toldFieldsSchema>

/**
 * Fields in an advisor's own words: a structure reads them as they are, and of what they were only that it changed. Who
 * takes a name out of a title, or words out of a note that is shared, takes them out for good.
 */
export const wordFields = ['title', 'otherType', 'procedureName', 'structureTags', 'sharedNote'] as const
export type WordField = (typeof wordFields)[number]

/**
 * One thing that became of a report, as its structure reads it. It has no number: those would show that others, which
 * aren't told, came between.
 */
export const permittedStepSchema = z.object({
  at: z.iso.datetime(),
  /** Empty where it was no person. */
  byName: z.string(),
  kind: z.enum(['filed', 'changed', 'deleted', 'restored']),
  /** What was changed, by field: before and after. */
  before: toldFieldsSchema,
  after: toldFieldsSchema,
  /** Those of `wordFields` that were changed. */
  words: z.array(z.string()),
})
export type PermittedStep = z.infer<typeof permittedStepSchema>

/**
 * A revision as the store gives it to be told: of the fields that it set, those that a structure may know of, and of
 * words only a mark that differs where they do. `notes` has a mark too: whether it may be told is decided here.
 */
export interface PermittedRevision {
  readonly at: string
  readonly byName: string
  readonly state: string
  readonly fields: JsonObject
}

/** Where an activity took place, as it is told. */
export type PlaceTold = Pick<PermittedActivity, 'placeKind' | 'placeName' | 'communeName'>

/**
 * What a structure reads of a report's history, oldest first. A save that changed nothing which the structure may read
 * isn't told at all. Of a note: that it was added or changed, as long as it is shared now; what was shared once and no
 * longer is leaves no trace.
 */
export function permittedHistory(
  revisions: readonly PermittedRevision[],
  placeTold: (place: JsonObject) => PlaceTold,
): PermittedStep[] {
  const last = revisions.reduce<JsonObject>((body, { fields }) => ({ ...body, ...fields }), {})
  const isNoteTold = valueAt(last, 'notesShared') === true
  let body: JsonObject = {}
  let state = 'none'
  return revisions.flatMap(({ at, byName, state: next, fields }) => {
    const after = { ...body, ...fields }
    const kind = kindOf(state, next)
    const told = changesTold(toldOf(body, placeTold), toldOf(after, placeTold))
    const words = wordFields.filter((field) => areWordsTold(field, body, after, isNoteTold))
    body = after
    state = next
    const isTold = kind !== 'changed' || words.length > 0 || Object.keys(told.after).length > 0
    if (!isTold) return []
    return [kind === 'changed' ? { at, byName, kind, ...told, words } : { at, byName, kind, ...nothing }]
  })
}

const nothing: Pick<PermittedStep, 'before' | 'after' | 'words'> = { before: {}, after: {}, words: [] }

function kindOf(before: string, now: string): PermittedStep['kind'] {
  if (now !== 'live') return 'deleted'
  if (before === 'none') return 'filed'
  return before === 'live' ? 'changed' : 'restored'
}

/** Every field that is told of a body, null where it says nothing. */
function toldOf(body: JsonObject, placeTold: (place: JsonObject) => PlaceTold): JsonObject {
  const place = valueAt(body, 'place')
  const noPlace: PlaceTold = { placeKind: '', placeName: null, communeName: null }
  return {
    ...(isObject(place) ? placeTold(place) : noPlace),
    participants: participantsOf(body),
    eventType: valueAt(body, 'type') ?? null,
    ...Object.fromEntries(asTheyAre.map((field) => [field, valueAt(body, field) ?? null])),
    ...Object.fromEntries(lists.map((field) => [field, valueAt(body, field) ?? []])),
  }
}

const asTheyAre = [
  'date',
  'minutes',
  'level',
  'activity',
  'scale',
  'autonomy',
  'oriented',
  'orientation',
] as const
const lists = ['organisers', 'themes', 'administrativeThemes', 'equipment', 'unmetNeeds'] as const

/** How many people were there; who is told to nobody. */
function participantsOf(body: JsonObject): number | null {
  const [named, anonymous] = [valueAt(body, 'participants'), valueAt(body, 'anonymous')]
  if (typeof named !== 'number' && typeof anonymous !== 'number') return null
  return numberOr0(named) + numberOr0(anonymous)
}

function numberOr0(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0
}

/** Fields whose value is another, before and after; where an activity took place is one. */
function changesTold(before: JsonObject, after: JsonObject): Pick<PermittedStep, 'before' | 'after'> {
  const differs = (field: string) => !sameJson(before[field], after[field])
  const hasMoved = placeFields.some(differs)
  const changed = Object.keys(after).filter((field) => differs(field) || (hasMoved && isOfPlace(field)))
  const pick = (from: JsonObject) =>
    // What a newer peer wrote is told where it has the form of today.
    toldFieldsSchema.safeParse(Object.fromEntries(changed.map((field) => [field, from[field]]))).data ?? {}
  return { before: pick(before), after: pick(after) }
}

const placeFields: readonly string[] = ['placeKind', 'placeName', 'communeName']

function isOfPlace(field: string): boolean {
  return placeFields.includes(field)
}

function areWordsTold(field: WordField, before: JsonObject, after: JsonObject, isNoteTold: boolean): boolean {
  const [was, is] = [markOf(field, before), markOf(field, after)]
  if (sameJson(was, is)) return false
  return field !== 'sharedNote' || (isNoteTold && is !== null)
}

function markOf(field: WordField, body: JsonObject): Json {
  switch (field) {
    case 'title':
      return valueAt(body, 'title') ?? valueAt(body, 'name') ?? null
    case 'sharedNote':
      return valueAt(body, 'notesShared') === true ? (valueAt(body, 'notes') ?? null) : null
    case 'otherType':
    case 'procedureName':
    case 'structureTags':
      return valueAt(body, field) ?? null
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
