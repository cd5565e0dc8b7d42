import type {
  OwnCommunity,
  PublishedEvent,
  StructureCommunity,
  TeamEvents,
  TerritoryEvents,
} from '../../domain/access/community-on-the-wire.ts'
import { addDays, frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { addToMonth, daysOfMonth, monthOfDay } from '../../domain/calendar-month.ts'
import { communityByMonth } from '../../domain/community/community-hours.ts'
import { isConcerned } from '../../domain/community/event-audience.ts'
import type { PersonId, StructureId, TeamId } from '../../domain/ids.ts'
import { calendarLinkMadeAt } from '../store/calendar-links.ts'
import { communityTimes, guestsOfScopes, marksOf, ownScopes } from '../store/community-attendance.ts'
import { structurePosts, teamPosts } from '../store/group-posts.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { snapshotRead } from '../store/transaction.ts'
import { withInvited } from './attendances.ts'
import { eventsOfTeam } from './events-of-team.ts'
import { publishedEvents } from './published-events.ts'

/** How far back events are shown, in days. */
const shownFor = 120

/** What the State published for a department and for the nation; for the nation's account, for every department. */
export async function readTerritoryEvents(
  store: Store,
  { department, now }: { department: string | null; now: Date },
): Promise<TerritoryEvents> {
  const today = frenchDayOf(now)
  const events = await publishedEvents(store.db, { from: addDays(today, -shownFor), to: null })
  const isOurs = ({ audience }: PublishedEvent) =>
    audience.over === 'nation' ||
    (audience.over === 'department' && (department === null || audience.department === department))
  return { today, events: events.filter(isOurs) }
}

/** Events that concern members of a team, and who of them goes or was there, for who coordinates it. */
export async function readTeamEvents(
  store: Store,
  { person, team, now }: { person: PersonId; team: TeamId; now: Date },
): Promise<TeamEvents> {
  const today = frenchDayOf(now)
  return snapshotRead(store, async (db) => {
    const posts = await teamPosts(db, { person, team })
    const scopes = posts.map(({ scope }) => scope)
    const days = { from: addDays(today, -shownFor), to: null }
    const { members, events } = await eventsOfTeam(db, { team, scopes, days })
    return { today, members: members.map(({ scope, name }) => ({ scope, name })), events }
  })
}

/** Time for the community at a structure over twelve months, and who of its advisors was at which event. */
export async function readStructureCommunity(
  store: Store,
  { person, structure, now }: { person: PersonId; structure: StructureId; now: Date },
): Promise<StructureCommunity> {
  const today = frenchDayOf(now)
  const months = { from: addToMonth(monthOfDay(today), -11), to: monthOfDay(today) }
  const days = { from: daysOfMonth(months.from).from, to: daysOfMonth(months.to).to }
  return snapshotRead(store, async (db) => {
    const posts = await structurePosts(db, { person, structure })
    const advisors = await guestsOfScopes(
      db,
      posts.map(({ scope }) => scope),
    )
    const times = await communityTimes(
      db,
      posts.map(({ scope }) => scope),
      days,
    )
    const events = await publishedEvents(db, { from: days.from, to: null })
    const invited = await withInvited(db, events, advisors)
    return {
      today,
      advisors: advisors.map(({ scope, name }) => {
        const own = times.filter((time) => time.scope === scope)
        return { scope, name, months: communityByMonth(own, months) }
      }),
      events: invited.filter((event) => event.invited.length > 0).toReversed(),
    }
  })
}

/** One's own events, what coordinators marked of one, and whether a calendar reads them. */
export async function readOwnCommunity(
  store: Store,
  { person, now }: { person: PersonId; now: Date },
): Promise<OwnCommunity> {
  return snapshotRead(store, async (db) => {
    const scopes = await ownScopes(db, person)
    const events = await ownEvents(db, { person, today: frenchDayOf(now) })
    return {
      events,
      // Of events that are shown no more too: they are about the person, who may take them along.
      marks: await marksOf(db, scopes),
      calendarSince: await calendarLinkMadeAt(db, person),
    }
  })
}

/** The events that concern somebody, each with the assignments by which it does. */
export async function ownEvents(
  db: Db,
  { person, today }: { person: PersonId; today: CalendarDay },
): Promise<OwnCommunity['events']> {
  const guests = await guestsOfScopes(db, await ownScopes(db, person))
  if (guests.length === 0) return []
  const events = await publishedEvents(db, { from: addDays(today, -shownFor), to: null })
  return events
    .map((event) => ({
      ...event,
      scopes: guests
        .filter((guest) => isConcerned(guest, event.audience, event.details.day))
        .map(({ scope }) => scope),
    }))
    .filter(({ scopes }) => scopes.length > 0)
}
