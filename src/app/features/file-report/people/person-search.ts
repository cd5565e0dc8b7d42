import { nameOf, type LocalPerson } from '../../../data/people-of-rows.ts'
import type { Suggestion } from '../../../ui/use-suggestions.ts'

const shown = 8

export function lineOfPerson({ id, person }: LocalPerson): Suggestion {
  const detail = [person.birthYear, person.phone].filter(Boolean).join(', ')
  return { id, label: nameOf(person), ...(detail ? { detail } : {}) }
}

/** Lines for the people whom a text may mean. */
export function personLines(find: (text: string) => readonly LocalPerson[]) {
  return (text: string): Promise<Suggestion[]> =>
    Promise.resolve(find(text).slice(0, shown).map(lineOfPerson))
}

/** Those seen last come first, then everybody else by name. */
export function lastSeenFirst(people: readonly LocalPerson[], lastSeen: readonly string[]): LocalPerson[] {
  const ranks = new Map(lastSeen.map((id, rank) => [id, rank]))
  const rankOf = ({ pages }: LocalPerson) => Math.min(...pages.map(({ id }) => ranks.get(id) ?? Infinity))
  const seen = people
    .map((local) => ({ local, rank: rankOf(local) }))
    .filter(({ rank }) => rank !== Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ local }) => local)
  const isSeen = new Set(seen)
  return [...seen, ...people.filter((local) => !isSeen.has(local))]
}
