import type { DocumentId } from '../ids.ts'
import { valueAt, type Json, type JsonObject } from '../json.ts'
import type { Cells } from './columns.ts'

/** What the scope that a report is brought into knows. */
export interface KnownPlaces {
  readonly placeNamed?: (name: string) => DocumentId | undefined
}

/**
 * The report of another scope, without what only that scope knows: the place of activity is found again by its name, or
 * is somewhere in its commune; the people who were followed there are counted, and nobody is named.
 */
export function withoutForeignIds(body: JsonObject, cells: Cells, { placeNamed }: KnownPlaces): JsonObject {
  return { ...body, ...placeOf(body, cells, placeNamed), ...beneficiaryOf(body), ...participantsOf(body) }
}

function placeOf(body: JsonObject, cells: Cells, placeNamed: KnownPlaces['placeNamed']): JsonObject {
  if (fieldOf(body, 'place', 'kind') !== 'lieu_activite') return {}
  const lieuId = cells.lieu_nom === undefined ? undefined : placeNamed?.(cells.lieu_nom)
  if (lieuId) return { place: { kind: 'lieu_activite', lieuId } }
  return cells.lieu_commune === undefined ? {} : { place: { kind: 'autre', commune: cells.lieu_commune } }
}

function beneficiaryOf(body: JsonObject): JsonObject {
  const person = valueAt(body, 'beneficiary')
  if (!isObject(person) || person['kind'] !== 'suivi') return {}
  const { id: _id, ...traits } = person
  return { beneficiary: { ...traits, kind: 'anonyme' } }
}

function participantsOf(body: JsonObject): JsonObject {
  const named = valueAt(body, 'participants')
  if (!Array.isArray(named)) return {}
  const group = valueAt(body, 'anonymous')
  const total = fieldOf(body, 'anonymous', 'total')
  const counted = named.length + (typeof total === 'number' ? total : 0)
  return { participants: [], anonymous: { ...(isObject(group) ? group : {}), total: counted } }
}

function fieldOf(body: JsonObject, field: string, inside: string): Json | undefined {
  const value = valueAt(body, field)
  return isObject(value) ? valueAt(value, inside) : undefined
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
