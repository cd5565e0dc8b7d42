import type { PublishedEvent, TeamEvents } from '../../domain/access/community-on-the-wire.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { attendanceOf, type Attendance, type AttendanceWord } from '../../domain/community/attendance.ts'
import type { CommunityEventId } from '../../domain/confirmation/event-confirmation.ts'
import { isConcerned } from '../../domain/community/event-audience.ts'
import { reportIdOnEvent } from '../../domain/community/report-on-event.ts'
import type { ScopeId } from '../../domain/ids.ts'
import { marksOf, ownWordsOf, reportsAmong, type ScopeGuest } from '../store/community-attendance.ts'
import type { Db } from '../store/tables.ts'

/** Somebody whom an event concerns, and whether they go or were there. */
export interface Invited {
  readonly scope: ScopeId
  readonly attendance: Attendance
}

/** Of each event those among some assignments whom it concerns; whoever asks has found them by what they may read. */
export async function invitedTo(
  db: Db,
  events: readonly PublishedEvent[],
  guests: readonly ScopeGuest[],
): Promise<ReadonlyMap<CommunityEventId, readonly Invited[]>> {
  const pairs = events.flatMap((event) =>
    guests
      .filter((guest) => isConcerned(guest, event.audience, event.details.day))
      .map(({ scope }) => ({ event: event.id, scope, report: reportIdOnEvent(scope, event.id) })),
  )
  const scopes = guests.map(({ scope }) => scope)
  const filed = await reportsAmong(
    db,
    scopes,
    pairs.map(({ report }) => report),
  )
  const words = await wordsBy(db, scopes)
  const found = new Map<CommunityEventId, Invited[]>(events.map(({ id }) => [id, []]))
  for (const { event, scope, report } of pairs) {
    const attendance = attendanceOf(words.get(keyOf(event, scope)) ?? [], filed.has(report))
    found.get(event)?.push({ scope, attendance })
  }
  return found
}

/**
 * Events, each with those among some assignments whom it concerns.
 *
 * @param isAsked whether a guest is asked about on the day of an event
 */
export async function withInvited(
  db: Db,
  events: readonly PublishedEvent[],
  guests: readonly ScopeGuest[],
  isAsked: (guest: ScopeGuest, day: CalendarDay) => boolean = () => true,
): Promise<TeamEvents['events']> {
  const invited = await invitedTo(db, events, guests)
  const guestOf = new Map(guests.map((guest) => [guest.scope, guest]))
  return events.map((event) => ({
    ...event,
    invited: (invited.get(event.id) ?? []).filter(({ scope }) => {
      const guest = guestOf.get(scope)
      return guest !== undefined && isAsked(guest, event.details.day)
    }),
  }))
}

async function wordsBy(db: Db, scopes: readonly ScopeId[]): Promise<ReadonlyMap<string, AttendanceWord[]>> {
  const found = new Map<string, AttendanceWord[]>()
  const add = (key: string, word: AttendanceWord) => found.set(key, [...(found.get(key) ?? []), word])
  for (const { event, scope, ...word } of await ownWordsOf(db, scopes))
    add(keyOf(event, scope), { ...word, party: 'advisor' })
  for (const { event, scope, ...word } of await marksOf(db, scopes))
    add(keyOf(event, scope), { ...word, party: 'coordinator' })
  return found
}

function keyOf(event: CommunityEventId, scope: ScopeId): string {
  return `${event} ${scope}`
}
