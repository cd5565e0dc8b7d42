import type { TeamEvents } from '../../domain/access/community-on-the-wire.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { isConcerned } from '../../domain/community/event-audience.ts'
import type { ScopeId, TeamId } from '../../domain/ids.ts'
import { guestsOfScopes, type ScopeGuest } from '../store/community-attendance.ts'
import type { Db } from '../store/tables.ts'
import { withInvited } from './attendances.ts'
import { publishedEvents } from './published-events.ts'

interface AskedTeam {
  readonly team: TeamId
  /** Of its members: whoever asks has found them by what they may read. */
  readonly scopes: readonly ScopeId[]
  readonly days: { readonly from: CalendarDay; readonly to: CalendarDay | null }
}

/** Events that concern members of a team, on their days in it, with whether they go or were there. */
export async function eventsOfTeam(
  db: Db,
  { team, scopes, days }: AskedTeam,
): Promise<{ members: readonly ScopeGuest[]; events: TeamEvents['events'] }> {
  const members = await guestsOfScopes(db, scopes)
  const published = await publishedEvents(db, days)
  const events = published.filter(({ audience }) => audience.over !== 'team' || audience.team === team)
  // On days in the team, and not before or after.
  const isMember = (member: ScopeGuest, day: CalendarDay) => isConcerned(member, { over: 'team', team }, day)
  return { members, events: await withInvited(db, events, members, isMember) }
}
