import { Dexie } from 'dexie'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import type { CoopDatabase } from './database.ts'

/** Rows read at a time: a few milliseconds each on a phone, so that the page stays alive. */
const chunk = 400

/** The day of the last report that names each person, by the ids that reports name. */
export async function lastDaysOfPeople(db: CoopDatabase): Promise<ReadonlyMap<string, CalendarDay>> {
  const days = new Map<string, CalendarDay>()
  let before: readonly unknown[] = ['live', Dexie.maxKey]
  for (;;) {
    const rows = await db.report
      .where('[state+order+id]')
      .between(['live', Dexie.minKey], before, true, false)
      .reverse()
      .limit(chunk)
      .toArray()
    for (const { order, people = [] } of rows) {
      const day = calendarDaySchema.safeParse(order).data
      for (const id of people) if (day && !days.has(id)) days.set(id, day)
    }
    const last = rows.at(-1)
    if (!last || rows.length < chunk) return days
    before = ['live', last.order, last.id]
  }
}
