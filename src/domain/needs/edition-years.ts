import type { CalendarDay } from '../calendar-day.ts'

/** A year is told once it is over, and a month is left to file what was done in it. */
const firstDay = '02-01'

/** The last year of which an edition may be made on a day. */
export function lastYearToTell(today: CalendarDay): number {
  const year = Number(today.slice(0, 4))
  return today.slice(5) >= firstDay ? year - 1 : year - 2
}
