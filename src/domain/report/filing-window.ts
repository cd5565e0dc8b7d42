import { addDays, addMonths, daysBetween, type CalendarDay } from '../calendar-day.ts'

export type FilingDay = 'fine' | 'late' | 'too-old' | 'in-future'

/** How many days after the activity the form begins to warn. */
export const lateAfterDays = 30
/** How many months back the form lets one file: a rule of the form, never of the server (sync.md 3.4). */
export const formMonthsBack = 12
/** How many days ahead of its own day the server accepts: time zones and a clock a little off. */
export const serverDaysAhead = 2

/** What the form says of a day of activity, given the day that it is. */
export function filingDay(date: CalendarDay, today: CalendarDay): FilingDay {
  if (date > today) return 'in-future'
  if (date < addMonths(today, -formMonthsBack)) return 'too-old'
  return daysBetween(date, today) > lateAfterDays ? 'late' : 'fine'
}

/** Whether the server refuses a day as being in the future. */
export function isTooFarAhead(date: CalendarDay, serverToday: CalendarDay): boolean {
  return date > addDays(serverToday, serverDaysAhead)
}
