import { calendarOfEvents } from '../../domain/community/calendar-of-events.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Clock, Ids } from '../clock-and-ids.ts'
import { deleteCalendarLink, personOfCalendarLink, writeCalendarLink } from '../store/calendar-links.ts'
import type { Store } from '../store/store.ts'
import { asWriter } from '../store/transaction.ts'
import { hashOfSecret } from '../structure-access/secret-of-link.ts'
import { ownEvents } from './read-community.ts'

interface Desk {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly publicUrl: string
}

/**
 * Where a calendar reads one's events. Under `/api`, whose addresses every service worker leaves to the server: one of an
 * earlier build would answer any other address with the application.
 */
export const calendarLinkPath = '/api/calendrier'

/** Makes somebody's link; the one before it is closed. The address is told now and never again: its hash alone is kept. */
export async function makeCalendarLink(desk: Desk, person: PersonId): Promise<{ url: string }> {
  const token = desk.ids.newToken()
  const at = desk.clock().toISOString()
  await asWriter(desk.store, (db) => writeCalendarLink(db, { person, tokenHash: hashOfSecret(token), at }))
  return { url: `${desk.publicUrl}${calendarLinkPath}/${token}.ics` }
}

/** Closes it: from then on it is as one that never was. */
export async function closeCalendarLink(store: Store, person: PersonId): Promise<void> {
  await asWriter(store, (db) => deleteCalendarLink(db, person))
}

/**
 * The events that concern whoever made a link, as iCalendar. Throws `not-found` for one that is unknown or closed. What
 * somebody no longer has a contract for isn't in it.
 */
export async function readCalendarByLink(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  token: string,
): Promise<string> {
  const person = await personOfCalendarLink(store.db, hashOfSecret(token))
  if (!person) throw new CodedError('not-found')
  const now = clock()
  return calendarOfEvents(await ownEvents(store.db, { person, today: frenchDayOf(now) }))
}
