import { isPersonMeant, wordsOfPerson } from '../../../../domain/beneficiary/search-people.ts'
import { wordsOf } from '../../../../domain/report/search/fold-text.ts'
import type { LocalPerson } from '../../../data/beneficiaries.ts'
import type { Suggestion } from '../../../ui/use-suggestions.ts'

const shown = 8

export function lineOfPerson({ id, person }: LocalPerson): Suggestion {
  const { firstName, name, birthYear, phone } = person
  const detail = [birthYear, phone].filter(Boolean).join(', ')
  return { id, label: `${firstName} ${name}`, ...(detail ? { detail } : {}) }
}

/** Finds people as their name is typed; those seen last where nothing is. */
export function personSearch(people: readonly LocalPerson[], lastSeen: readonly string[]) {
  const ready = people.map((local) => ({ local, words: wordsOfPerson(local.person) }))
  return (text: string): Promise<Suggestion[]> => {
    const typed = wordsOf(text)
    const rank = (id: string) => (lastSeen.includes(id) ? lastSeen.indexOf(id) : lastSeen.length)
    const found = ready
      .filter(({ words }) => isPersonMeant(typed, words))
      .sort((a, b) => rank(a.local.id) - rank(b.local.id))
    return Promise.resolve(found.slice(0, shown).map(({ local }) => lineOfPerson(local)))
  }
}
