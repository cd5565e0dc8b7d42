import * as z from 'zod/mini'
import { addDays, addMonths, calendarDaySchema, type CalendarDay } from './calendar-day.ts'
import { lastOfMonth, type Period } from './statistics/period.ts'

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
  const from = calendarDaySchema.parse(`${month}-01`)
  return { from, to: lastOfMonth(from) }
}

/** So many months later; earlier where it is negative. */
export function addToMonth(month: CalendarMonth, months: number): CalendarMonth {
  return monthOfDay(addMonths(daysOfMonth(month).from, months))
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
