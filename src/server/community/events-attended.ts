import type { AttendedEvent } from '../../domain/commitments/commitment-facts.ts'
import type { ScopeId } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { guestsOfScopes } from '../store/community-attendance.ts'
import type { Db } from '../store/tables.ts'
import { invitedTo } from './attendances.ts'
import { publishedEvents } from './published-events.ts'

/** An event, and those who were there. */
type Attended = Omit<AttendedEvent, 'names'> & {
  readonly there: readonly { readonly scope: ScopeId; readonly name: string }[]
}

/**
 * Events that those of some assignments attended in some days, with their names: events that took place, on days of
 * their contracts. Whoever asks has found the assignments by what they may read.
 */
export async function eventsAttended(
  db: Db,
  of: readonly { readonly scope: ScopeId }[],
  period: Period,
): Promise<Attended[]> {
  const events = (await publishedEvents(db, period)).filter(({ cancelled }) => cancelled === null)
  if (events.length === 0) return []
  const guests = await guestsOfScopes(
    db,
    of.map(({ scope }) => scope),
  )
  const names = new Map(guests.map(({ scope, name }) => [scope, name]))
  const invited = await invitedTo(db, events, guests)
  return events.flatMap(({ id, details: { kind, title, day } }): Attended[] => {
    const there = (invited.get(id) ?? []).filter(({ attendance }) => attendance.wasThere === true)
    if (there.length === 0) return []
    return [{ kind, title, day, there: there.map(({ scope }) => ({ scope, name: names.get(scope) ?? '' })) }]
  })
}

/** What of it those of some assignments attended. */
export function attendedBy(events: readonly Attended[], scopes: ReadonlySet<ScopeId>): AttendedEvent[] {
  return events.flatMap(({ there, ...event }) => {
    const names = there.flatMap(({ scope, name }) => (scopes.has(scope) ? name : []))
    return names.length > 0 ? [{ ...event, names }] : []
  })
}
