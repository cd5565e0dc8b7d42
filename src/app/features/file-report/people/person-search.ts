import { peopleMeant } from '../../../../domain/beneficiary/search-people.ts'
import { wordsOf } from '../../../../domain/report/search/fold-text.ts'
import { nameOf, searchWordsOf, type LocalPerson } from '../../../data/people-of-rows.ts'
import type { Suggestion } from '../../../ui/use-suggestions.ts'

const shown = 8

export function lineOfPerson({ id, person }: LocalPerson): Suggestion {
  const detail = [person.birthYear, person.phone].filter(Boolean).join(', ')
  return { id, label: nameOf(person), ...(detail ? { detail } : {}) }
}

/** Finds people as their name is typed, those seen last first; those alone where nothing is typed. */
export function personSearch(people: readonly LocalPerson[], lastSeen: readonly string[]) {
  const inOrder = lastSeenFirst(people, lastSeen)
  // Made ready at the first letter: most forms that are opened name nobody.
  let ready: readonly { local: LocalPerson; words: readonly string[] }[] | undefined
  return (text: string): Promise<Suggestion[]> => {
    const typed = wordsOf(text)
    if (typed.length === 0) return Promise.resolve(inOrder.slice(0, shown).map(lineOfPerson))
    ready ??= inOrder.map((local) => ({ local, words: searchWordsOf(local) }))
    const found = peopleMeant(typed, ready)
    return Promise.resolve(found.slice(0, shown).map(({ local }) => lineOfPerson(local)))
  }
}

function lastSeenFirst(people: readonly LocalPerson[], lastSeen: readonly string[]): LocalPerson[] {
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
