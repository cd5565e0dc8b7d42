import * as z from 'zod/mini'
import { addDays, type CalendarDay } from './calendar-day.ts'
import type { Period } from './statistics/period.ts'

/** A calendar month, `YYYY-MM`. */
export const calendarMonthSchema = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
  .brand<'CalendarMonth'>()
export type CalendarMonth = z.infer<typeof calendarMonthSchema>

export function monthOfDay(day: CalendarDay): CalendarMonth {
  // The beginning of a calendar day is a month by its own schema.
  return day.slice(0, 7) as CalendarMonth
}

export function daysOfMonth(month: CalendarMonth): Period {
  const [year, number] = partsOf(month)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  // The first and the last day of a month are days.
  return { from: `${month}-01` as CalendarDay, to: `${month}-${last}` as CalendarDay }
}

/** So many months later; earlier where it is negative. */
export function addToMonth(month: CalendarMonth, months: number): CalendarMonth {
  const [year, number] = partsOf(month)
  const since = year * 12 + number - 1 + months
  // Counted in whole months, it is one of the calendar.
  return `${Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, '0')}` as CalendarMonth
}

function partsOf(month: CalendarMonth): [number, number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5))]
}

/** The three months that a month is in, from January, April, July or October. */
export function quarterOf(month: CalendarMonth): Period {
  const before = (Number(month.slice(5)) - 1) % 3
  const first = addToMonth(month, -before)
  return { from: daysOfMonth(first).from, to: daysOfMonth(addToMonth(first, 2)).to }
}

/** Every day from the first to the last. */
export function daysIn({ from, to }: Period): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
