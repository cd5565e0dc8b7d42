import * as z from 'zod/mini'
import { calendarDaySchema, daysBetween, type CalendarDay } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { timeSteps, type TimeStep } from '../../domain/statistics/timeline.ts'

/** What an address says of the days that figures are asked of. */
export const daysInQuery = {
  du: calendarDaySchema,
  au: calendarDaySchema,
  /** The days that the totals are compared with. */
  'avant-du': calendarDaySchema,
  'avant-au': calendarDaySchema,
  pas: z.enum(timeSteps),
}

interface DaysInQuery {
  readonly du: CalendarDay
  readonly au: CalendarDay
  readonly 'avant-du': CalendarDay
  readonly 'avant-au': CalendarDay
  readonly pas: TimeStep
}

/** Ten years: more days than any report has. */
export const longestDays = 3660

/** Throws `invalid-request` for days that are no period, or too many to be one. */
export function daysAskedIn(query: DaysInQuery): { period: Period; before: Period; step: TimeStep } {
  return {
    period: periodOf(query.du, query.au),
    before: periodOf(query['avant-du'], query['avant-au']),
    step: query.pas,
  }
}

function periodOf(from: CalendarDay, to: CalendarDay): Period {
  if (from > to || daysBetween(from, to) > longestDays)
    throw new CodedError('invalid-request', { field: 'au' })
  return { from, to }
}
