import {
  teamReadinessSchema,
  territoryReadinessSchema,
  type ReadinessOfTerritory,
  type TeamReadiness,
} from '../../domain/access/readiness-on-the-wire.ts'
import type { TeamId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'

/** Of a department, or of the nation. */
export function fetchTerritoryReadiness(
  department: string | null,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<ReadinessOfTerritory>> {
  const query = department === null ? '' : `?${new URLSearchParams({ departement: department }).toString()}`
  return fetchCounted(fetch, `/api/state/readiness${query}`, territoryReadinessSchema)
}

export function fetchTeamReadiness(
  id: TeamId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<TeamReadiness>> {
  return fetchCounted(fetch, `/api/teams/${id}/readiness`, teamReadinessSchema)
}

export const { keep: keepTeamReadiness, readKept: readKeptTeamReadiness } = keptViews<TeamId, TeamReadiness>({
  key: (id) => `team-readiness:${id}`,
  query: () => '',
  schema: teamReadinessSchema,
})
