import type { Beneficiary } from '../../domain/beneficiary/beneficiary.ts'
import { wordsOfPerson } from '../../domain/beneficiary/search-people.ts'
import type { LocalPerson } from './people-of-rows.ts'

/** Words that a person is found by, of all their pages: the name that a merge put aside is still typed. */
export function searchWordsOf({ person, pages }: LocalPerson): readonly string[] {
  const [, ...merged] = pages
  // Each is somebody's page: `people-of-rows.ts` looked at it.
  const bodies = [person, ...merged.map(({ body }) => body as unknown as Beneficiary)]
  return merged.length === 0 ? wordsOfPerson(person) : [...new Set(bodies.flatMap(wordsOfPerson))]
}
