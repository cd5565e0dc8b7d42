import {
  foundTerritoriesSchema,
  stateNeedsSchema,
  type FoundTerritory,
  type StateNeeds,
} from '../../domain/access/state-needs.ts'
import { territoryText, type TerritoryName } from '../../domain/needs/territory-key.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'

/** What is asked of inhabitants' needs. */
export interface StateNeedsQuestion {
  readonly territory: TerritoryName
  /** The last one that is told without one. */
  readonly year: number | undefined
}

/** What a territory needs, as the server tells it. */
export async function fetchStateNeeds(
  question: StateNeedsQuestion,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StateNeeds>> {
  return fetchCounted(fetch, `/api/state/needs?${queryOf(question)}`, stateNeedsSchema)
}

function queryOf({ territory, year }: StateNeedsQuestion): string {
  const asked = new URLSearchParams({ territoire: territoryText(territory) })
  if (year !== undefined) asked.set('annee', String(year))
  return asked.toString()
}

export const { keep: keepStateNeeds, readKept: readKeptStateNeeds } = keptViews<
  StateNeedsQuestion,
  StateNeeds
>({
  key: () => 'state-needs',
  query: queryOf,
  schema: stateNeedsSchema,
})

/** Territories that a text may mean. Rejects where the server doesn't answer. */
export async function findTerritories(
  text: string,
  signal: AbortSignal,
  fetch: Fetch = browserFetch,
): Promise<readonly FoundTerritory[]> {
  const path = `/api/state/needs/territories?${new URLSearchParams({ recherche: text }).toString()}`
  const answer = await ask(fetch, { method: 'GET', path, signal })
  return foundTerritoriesSchema.parse(answer?.json).territories
}
