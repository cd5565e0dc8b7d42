import type { JsonObject } from '../../src/domain/json.ts'

/** A valid report of one anonymous person. */
export function newReport(notes: string): JsonObject {
  return {
    kind: 'individuel',
    date: '2026-11-10',
    minutes: 45,
    place: { kind: 'domicile', commune: '09261' },
    themes: ['navigation_sur_internet'],
    beneficiary: { kind: 'anonyme' },
    notesShared: false,
    filedOn: '2026-11-20',
    notes,
  }
}

type Typing = (word: string, number: number, before: JsonObject) => JsonObject

/** What a person may change of a report; `word` is typed nowhere else. Null takes a field away. */
const typings: readonly Typing[] = [
  (word) => ({ notes: word }),
  (word) => ({ notes: word }),
  (_word, number) => ({ minutes: 5 + (number % 1400) }),
  (word) => ({ themes: ['aide_aux_demarches_administratives'], procedureName: word }),
  () => ({ themes: ['navigation_sur_internet'], procedureName: null }),
  (_word, number) => ({ oriented: true, orientation: number % 2 ? 'autre' : 'administration' }),
  () => ({ oriented: false, orientation: null }),
  // Nobody but a version that isn't written yet knows this field.
  (word) => ({ fieldOfLater: word }),
  (word, _number, before) => ({ tags: [...tagsOf(before), word].slice(-4) }),
  (_word, _number, before) => ({ tags: tagsOf(before).slice(1) }),
  (_word, number) => ({ date: `2026-11-${String(1 + (number % 20)).padStart(2, '0')}` }),
  (word) => ({ notes: word, minutes: 60 }),
]

/** What the server has to refuse, each in its way. */
const mistakes: readonly Typing[] = [
  (word) => ({ minutes: 1, notes: word }),
  () => ({ date: '2024-02-01' }),
  () => ({ date: '2027-02-01' }),
  (word) => ({ notes: `${word}\0` }),
  (word) => ({ 'no field name': word }),
  (word) => ({ notes: word, fieldOfLater: 'x'.repeat(70_000) }),
]

/** What a save of a later version may say and this one doesn't know. */
const ofLater: readonly Typing[] = [
  () => ({ equipment: ['montre'] }),
  (word) => ({ fieldOfLater: word, equipment: ['montre', 'telephone'] }),
]

export function typingOf(number: number, word: string, before: JsonObject, isLater: boolean): JsonObject {
  const from = number % 13 === 0 ? mistakes : isLater && number % 3 === 0 ? ofLater : typings
  const typing = from[Math.floor(number / 13) % from.length]
  return typing?.(word, number, before) ?? {}
}

function tagsOf({ tags }: JsonObject): JsonObject[string][] {
  return Array.isArray(tags) ? tags : []
}
