import type { JsonObject } from '../../src/domain/json.ts'

/** The body of a valid report of one anonymous person, with the fields that the test is about. */
export function aReport(fields: JsonObject = {}): JsonObject {
  return {
    kind: 'individuel',
    date: '2026-11-20',
    minutes: 45,
    place: { kind: 'domicile', commune: '09261' },
    themes: ['navigation_sur_internet'],
    beneficiary: { kind: 'anonyme' },
    notesShared: false,
    filedOn: '2026-11-20',
    ...fields,
  }
}
