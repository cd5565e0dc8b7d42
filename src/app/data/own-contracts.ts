import { ownContractsSchema, type OwnContracts } from '../../domain/access/own-contracts.ts'
import type { CountedOutcome } from './counted-elsewhere.ts'
import { datedSchema, fetchDated, type DatedAnswer } from './dated-answer.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'

/** One's own contracts, from the server now. */
export function fetchOwnContracts(
  _question: string,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<DatedAnswer<OwnContracts>>> {
  return fetchDated(fetch, '/api/own-contracts', ownContractsSchema)
}

export const { keep: keepOwnContracts, readKept: readKeptOwnContracts } = keptViews<
  string,
  DatedAnswer<OwnContracts>
>({
  key: () => 'own-contracts',
  query: () => 'mine',
  schema: datedSchema(ownContractsSchema),
})
