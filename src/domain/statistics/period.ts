import { addDays, addMonths, daysBetween, type CalendarDay } from '../calendar-day.ts'

/** Days of activity, the first and the last included. */
export interface Period {
  readonly from: CalendarDay
  readonly to: CalendarDay
}

export function isInPeriod(day: string, { from, to }: Period): boolean {
  return day >= from && day <= to
}

export function daysOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1
}

/**
 * The period of the same length before, for the change of a total. A month, a quarter or a year is compared with the one
 * before it, to the same day: 1–25 November with 1–25 October. Of any other days, whole months are compared with as many
 * whole months, and the rest with as many days just before.
 *
 * @param every after how many months the period comes again, where it is one that does
 */
export function previousPeriod(period: Period, every: number | undefined = wholeMonthsOf(period)): Period {
  const { from, to } = period
  if (every === undefined) return { from: addDays(from, -daysOf(period)), to: addDays(from, -1) }
  const before = addMonths(to, -every)
  return { from: addMonths(from, -every), to: isLastOfMonth(to) ? lastOfMonth(before) : before }
}

function wholeMonthsOf({ from, to }: Period): number | undefined {
  return from === firstOfMonth(from) && isLastOfMonth(to) ? monthsBetween(from, to) + 1 : undefined
}

export function firstOfMonth(day: CalendarDay): CalendarDay {
  return addDays(day, 1 - Number(day.slice(8)))
}

export function lastOfMonth(day: CalendarDay): CalendarDay {
  return addDays(addMonths(firstOfMonth(day), 1), -1)
}

/** Monday of the week that a day is in. */
export function mondayOf(day: CalendarDay): CalendarDay {
  return addDays(day, -((daysBetween(aMonday, day) % 7) + 7) % 7)
}

// The calendar began long after: any Monday is as good.
const aMonday = '2024-01-01' as CalendarDay

function isLastOfMonth(day: CalendarDay): boolean {
  return day === lastOfMonth(day)
}

function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  const [[year = 0, month = 0], [toYear = 0, toMonth = 0]] = [
    from.split('-').map(Number),
    to.split('-').map(Number),
  ]
  return (toYear - year) * 12 + toMonth - month
}
