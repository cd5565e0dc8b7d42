import {
  foundTerritoriesSchema,
  stateNeedsSchema,
  type FoundTerritory,
  type StateNeeds,
} from '../../domain/access/state-needs.ts'
import { territoryText, type TerritoryName } from '../../domain/needs/territory-key.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'

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

const key = 'state-needs'

export async function keepStateNeeds(
  db: CoopDatabase,
  question: StateNeedsQuestion,
  figures: StateNeeds,
): Promise<void> {
  await keepAnswer(db, key, { query: queryOf(question), figures })
}

export async function readKeptStateNeeds(
  db: CoopDatabase,
  question: StateNeedsQuestion,
): Promise<StateNeeds | undefined> {
  return readKeptAnswer(db, key, queryOf(question), stateNeedsSchema)
}

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
