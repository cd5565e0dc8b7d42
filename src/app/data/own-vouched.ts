import { ownVouchedSchema, type OwnVouched } from '../../domain/access/structure-months.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'

/** What structures vouched for of one's own work, from the server now. */
export async function fetchOwnVouched(
  _question: string,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<OwnVouched>> {
  return fetchCounted(fetch, '/api/own-vouched', ownVouchedSchema)
}

export const { keep: keepOwnVouched, readKept: readKeptOwnVouched } = keptViews<string, OwnVouched>({
  key: () => 'own-vouched',
  query: () => 'mine',
  schema: ownVouchedSchema,
})
