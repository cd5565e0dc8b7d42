import { personOfPages, unitsOf, type PageOfPerson } from '../../../domain/beneficiary/person-of-pages.ts'
import type { JsonObject } from '../../../domain/json.ts'
import type { LocalPerson } from '../../data/people-of-rows.ts'
import type { Line } from './FieldLines.tsx'
import { fieldLabel, inReadingOrder, unitText, type CommuneNames } from './person-words.ts'

/** Which of the two pages is right about something. */
export type Side = 'into' | 'from'

/** Something that the two pages say differently: the person chooses. */
export interface Difference {
  /** The field that stands for it, and for those that go with it. */
  field: string
  label: string
  into: string
  from: string
}

/** The page that was made first stands for both: two devices that merge the same two do the same. */
export function inOrderOfMaking(
  one: LocalPerson,
  other: LocalPerson,
): [into: LocalPerson, from: LocalPerson] {
  return one.id < other.id ? [one, other] : [other, one]
}

export function differencesOf(into: LocalPerson, from: LocalPerson, communes: CommuneNames): Difference[] {
  const [a, b] = [bodyOf(into), bodyOf(from)]
  return inReadingOrder(unitsOf(a, b)).flatMap((unit) => {
    const [field = ''] = unit
    const [mine, theirs] = [unitText(a, unit, communes), unitText(b, unit, communes)]
    const isSame = mine === '' || theirs === '' || mine === theirs
    return isSame ? [] : [{ field, label: fieldLabel(field), into: mine, from: theirs }]
  })
}

/** A merge as it was chosen: which page stands for both, and what of the other is right all the same. */
export interface ChosenMerge {
  into: LocalPerson
  from: LocalPerson
  prevailing: readonly string[]
}

/**
 * The page whose name was chosen stands for both: lists of reports know a person by that page alone. Otherwise the one
 * that was made first does.
 */
export function chosenMerge(
  [first, second]: readonly [LocalPerson, LocalPerson],
  differences: readonly Difference[],
  chosen: Readonly<Record<string, Side>>,
): ChosenMerge {
  const isSecond = (field: string) => chosen[field] === 'from'
  const names = differences
    .map(({ field }) => field)
    .filter((field) => field === 'firstName' || field === 'name')
  const isTurned = names.length > 0 && names.every(isSecond)
  const prevailing = differences.map(({ field }) => field).filter((field) => isSecond(field) !== isTurned)
  return isTurned ? { into: second, from: first, prevailing } : { into: first, from: second, prevailing }
}

/** What the one page would say, before it is made. */
export function mergedLines({ into, from, prevailing }: ChosenMerge, communes: CommuneNames): Line[] {
  const [first, ...others] = from.pages
  const merged: PageOfPerson = {
    id: first.id,
    body: { ...first.body, mergedInto: into.id, prevailing: [...prevailing] },
  }
  return linesOf(personOfPages([...into.pages, merged, ...others]), communes)
}

/** All that a page says of a person, in words. */
export function linesOf(body: JsonObject, communes: CommuneNames): Line[] {
  const units = [...inReadingOrder(unitsOf(body)), ['notes']]
  return units.map((unit) => ({ label: fieldLabel(unit[0] ?? ''), text: unitText(body, unit, communes) }))
}

/** A person as the JSON that they are made of. */
export function bodyOf({ person }: LocalPerson): JsonObject {
  // A person is made of JSON.
  return person as unknown as JsonObject
}
