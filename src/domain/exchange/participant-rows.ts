import { valueAt, type Json, type JsonObject } from '../json.ts'

/** The columns of the sheet of participants: one row a person, and one for the anonymous people of a workshop. */
export const participantColumns = {
  identifiant: 'text',
  date: 'day',
  type: 'text',
  personne: 'text',
  personne_id: 'text',
  nombre: 'number',
  deja_accompagne: 'text',
  commune: 'text',
  genre: 'text',
  tranche_age: 'text',
  statut: 'text',
} as const

/**
 * The rows of one report. The sum of `nombre` is the accompaniments. Of anonymous people of a workshop only totals are
 * known: they are one row with their number, and nobody is made up.
 */
export function participantRows(id: string, body: JsonObject): string[][] {
  const head = [id, textAt(body, 'date'), textAt(body, 'kind')]
  const named = valueAt(body, 'participants')
  const rows = [objectOf(valueAt(body, 'beneficiary')), ...(Array.isArray(named) ? named.map(objectOf) : [])]
    .filter((person) => person !== undefined)
    .map((person) => [...head, ...personCells(person)])
  const total = valueAt(objectOf(valueAt(body, 'anonymous')) ?? {}, 'total')
  const group =
    typeof total === 'number' && total > 0
      ? [[...head, 'anonymes', '', String(total), '', '', '', '', '']]
      : []
  return [...rows, ...group]
}

function personCells(person: JsonObject): string[] {
  const id = textAt(person, 'id')
  const already = valueAt(person, 'alreadyAccompanied')
  return [
    id === '' ? 'anonyme' : 'suivi',
    id,
    '1',
    typeof already === 'boolean' ? (already ? 'oui' : 'non') : '',
    textAt(person, 'commune'),
    textAt(person, 'gender'),
    textAt(person, 'ageRange') || textAt(person, 'formerAgeRange'),
    textAt(person, 'status') || textAt(person, 'formerStatus'),
  ]
}

function textAt(object: JsonObject, field: string): string {
  const value = valueAt(object, field)
  return typeof value === 'string' ? value : ''
}

function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
}
