import type { PublishedEvent } from '../../domain/access/community-on-the-wire.ts'
import { eventLife, eventTimes } from '../../domain/community/event-life.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { eventsOfDays } from '../store/community-events.ts'
import type { Db } from '../store/tables.ts'

/** Events as they stand that take place in some days, without end where there is no last; the first one first. */
export async function publishedEvents(
  db: Db,
  days: { from: CalendarDay; to: CalendarDay | null },
): Promise<PublishedEvent[]> {
  const { from, to } = days
  return (await eventsOfDays(db, days))
    .flatMap(({ id, audience, teamName, facts }): PublishedEvent[] => {
      const life = eventLife(facts)
      return life ? [{ id, audience, teamName, ...life }] : []
    })
    .filter(({ details: { day } }) => from <= day && (to === null || day <= to))
    .sort((a, b) => eventTimes(a.details).begins - eventTimes(b.details).begins)
}
