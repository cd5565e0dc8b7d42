import { daysBetween, type CalendarDay } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { Period } from '../../domain/statistics/period.ts'

/** Ten years: more days than any report has. */
const longestDays = 3660

/** Throws `invalid-request` for days that are no period, or too many to be one. */
export function periodInQuery(from: CalendarDay, to: CalendarDay): Period {
  if (from > to || daysBetween(from, to) > longestDays)
    throw new CodedError('invalid-request', { field: 'au' })
  return { from, to }
}
