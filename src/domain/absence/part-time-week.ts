import type { CalendarDay } from '../calendar-day.ts'
import type { AbsenceDays } from './absence.ts'

/** Days of the week, from 0 for Monday, that somebody doesn't work by the part-time weeks that hold a day. */
export function idleWeekdays(absences: readonly AbsenceDays[], day: CalendarDay): ReadonlySet<number> {
  const holding = absences.filter(({ from, to }) => from <= day && day <= to)
  return new Set(holding.flatMap(({ weekdays }) => weekdays ?? []))
}

/**
 * As many days of work of a part-time week as the whole week has in the same time: two fifths of them for whoever works
 * two days a week, but not fewer than the least.
 *
 * @param days of whoever works all five
 */
export function inPartTimeWeeks(days: number, idle: ReadonlySet<number>, least: number): number {
  return Math.max(least, Math.ceil((days * (5 - idle.size)) / 5))
}
