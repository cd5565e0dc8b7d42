import {
  areLikelySame,
  isNearName,
  leastForSlips,
  readyToCompare,
  type ComparablePerson,
  type ReadyPerson,
} from './likely-same.ts'

/** A person among those who are looked through for doubles. */
export interface PersonToCompare extends ComparablePerson {
  readonly id: string
  /** Every page of theirs, and every page that was said not to be them. */
  readonly pages: readonly string[]
  readonly notSameAs: readonly string[]
}

export type Double = readonly [id: string, otherId: string]

/** How many places are looked into between two pauses: a few milliseconds on a phone. */
const looksBetweenPauses = 1_000

/** More pairs than anybody settles in one go; the rest is found once some of these are settled. */
export const doublesMost = 200

/**
 * Pairs of people who are probably one, of a whole list, two hundred at most: those that comparing each with each would
 * find, without doing it. Who can be near whom is looked up by name, in either order, by phone and by e-mail. Work is done in parts:
 * each `undefined` that is yielded is a moment to let the page breathe.
 */
export function* doublesAmong(all: readonly PersonToCompare[]): Generator<undefined, Double[]> {
  const ready = all.map((person) => ({ person, ready: readyToCompare(person) }))
  const near = yield* nearNames(new Set(ready.flatMap(({ ready: { first, last } }) => [first, last])))
  const byKey = new Map<string, Entry[]>()
  const found: Double[] = []
  let looks = 0
  for (const entry of ready) {
    const keys = keysToFind(entry.ready, near)
    looks += keys.length
    if (looks > looksBetweenPauses) {
      looks = 0
      yield undefined
    }
    const met = new Set(keys.flatMap((key) => byKey.get(key) ?? []))
    for (const other of met) {
      if (!areLikelySame(entry.ready, other.ready) || isSaidApart(entry.person, other.person)) continue
      found.push([other.person.id, entry.person.id])
      if (found.length === doublesMost) return found
    }
    for (const key of keysOf(entry.ready)) {
      const known = byKey.get(key)
      if (known) known.push(entry)
      else byKey.set(key, [entry])
    }
  }
  return found
}

interface Entry {
  readonly person: PersonToCompare
  readonly ready: ReadyPerson
}

/** Whether the advisor said that two people aren't one; said of any page of either, it holds. */
export function isSaidApart(
  a: Pick<PersonToCompare, 'pages' | 'notSameAs'>,
  b: Pick<PersonToCompare, 'pages' | 'notSameAs'>,
): boolean {
  return a.notSameAs.some((id) => b.pages.includes(id)) || b.notSameAs.some((id) => a.pages.includes(id))
}

/** Where a person is kept: by both names, by contact, and by each word of the name with the year of birth. */
function keysOf({ first, last, contacts, birthYear }: ReadyPerson): string[] {
  const words = birthYear === undefined ? [] : last.split(' ')
  return [
    `${first}|${last}`,
    ...contacts.map((contact) => `@${contact}`),
    ...words.map((word) => `${birthYear ?? ''}|${first}|${word}`),
  ]
}

/** Where everybody who may be a person is kept. */
function keysToFind(person: ReadyPerson, near: NearNames): string[] {
  const { first, last, contacts, birthYear } = person
  const [firsts, lasts] = [near(first), near(last)]
  const words = birthYear === undefined ? [] : last.split(' ')
  return [
    ...firsts.flatMap((one) => lasts.flatMap((other) => [`${one}|${other}`, `${other}|${one}`])),
    ...contacts.map((contact) => `@${contact}`),
    ...firsts.flatMap((one) => words.map((word) => `${birthYear ?? ''}|${one}|${word}`)),
  ]
}

type NearNames = (name: string) => readonly string[]

/**
 * Which of the names are near each other. Two words that are one slip apart are the same once a letter is left out of
 * one or both: only those that share such a rest are compared.
 */
function* nearNames(names: ReadonlySet<string>): Generator<undefined, NearNames> {
  const byRest = new Map<string, string[]>()
  const near = new Map<string, string[]>()
  let looks = 0
  for (const name of names) {
    looks += name.length
    if (looks > looksBetweenPauses) {
      looks = 0
      yield undefined
    }
    const rests = restsOf(name)
    const met = new Set(rests.flatMap((rest) => byRest.get(rest) ?? []))
    const own = [name]
    for (const other of met) {
      if (!isNearName(name, other)) continue
      own.push(other)
      near.get(other)?.push(name)
    }
    near.set(name, own)
    for (const rest of rests) {
      const known = byRest.get(rest)
      if (known) known.push(name)
      else byRest.set(rest, [name])
    }
  }
  return (name) => near.get(name) ?? [name]
}

/** A name, and what is left of it without any one of its letters; a short one is near none but itself. */
function restsOf(name: string): string[] {
  if (name.length < leastForSlips) return []
  const without = Array.from(name, (_, index) => name.slice(0, index) + name.slice(index + 1))
  return [...new Set([name, ...without])]
}
