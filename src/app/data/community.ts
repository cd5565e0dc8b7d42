import {
  madeCalendarLinkSchema,
  ownCommunitySchema,
  structureCommunitySchema,
  teamEventsSchema,
  territoryEventsSchema,
  type Marking,
  type TeamEvents,
  type TerritoryEvents,
} from '../../domain/access/community-on-the-wire.ts'
import type { SaysOfEvent } from '../../domain/community/community-fact.ts'
import type { EventAudience } from '../../domain/community/event-audience.ts'
import type { CommunityEventId } from '../../domain/confirmation/event-confirmation.ts'
import type { TeamId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keptOwnView } from './kept-own-view.ts'
import { keptStructureView } from './kept-structure-view.ts'
import { sayToServer, type SaidOutcome } from './say-to-server.ts'

/* Events of the community, from the server: one's own are kept for reading without network, and a structure's hours. */

export function fetchTerritoryEvents(
  department: string | null,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<TerritoryEvents>> {
  return fetchCounted(fetch, `/api/state/community${ofDepartment(department)}`, territoryEventsSchema)
}

export function fetchTeamEvents(
  team: TeamId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<TeamEvents>> {
  return fetchCounted(fetch, `/api/teams/${team}/community`, teamEventsSchema)
}

export const {
  fetch: fetchStructureCommunity,
  keep: keepStructureCommunity,
  readKept: readKeptStructureCommunity,
} = keptStructureView({ view: 'community', query: 'twelve months', schema: structureCommunitySchema })

export const {
  fetch: fetchOwnCommunity,
  keep: keepOwnCommunity,
  readKept: readKeptOwnCommunity,
} = keptOwnView('own-community', ownCommunitySchema)

/** Publishes, corrects or cancels an event, for its audience. */
export function sayOfEvent(
  { id, audience }: { id: CommunityEventId; audience: EventAudience },
  says: SaysOfEvent,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, pathOf(audience, id), says)
}

function pathOf(audience: EventAudience, id: CommunityEventId): string {
  switch (audience.over) {
    case 'nation':
      return `/api/state/community/${id}/facts`
    case 'department':
      return `/api/state/community/${id}/facts${ofDepartment(audience.department)}`
    case 'team':
      return `/api/teams/${audience.team}/community/${id}/facts`
  }
}

function ofDepartment(department: string | null): string {
  return department === null ? '' : `?${new URLSearchParams({ departement: department }).toString()}`
}

export function markAttendance(
  { team, event }: { team: TeamId; event: CommunityEventId },
  marking: Marking,
  fetch: Fetch = browserFetch,
): Promise<SaidOutcome> {
  return sayToServer(fetch, `/api/teams/${team}/community/${event}/marks`, marking)
}

/** Makes the link by which one's calendar reads one's events; undefined where the server wasn't reached. */
export async function makeCalendarLink(fetch: Fetch = browserFetch): Promise<string | undefined> {
  const answer = await ask(fetch, { method: 'POST', path: '/api/own-calendar-link' })
  return madeCalendarLinkSchema.safeParse(answer?.json).data?.url
}

export async function closeCalendarLink(fetch: Fetch = browserFetch): Promise<boolean> {
  const answer = await ask(fetch, { method: 'DELETE', path: '/api/own-calendar-link' })
  return answer?.status === 204
}
