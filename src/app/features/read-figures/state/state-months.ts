import { addMonths, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { offeredPeriod } from '../../../../domain/statistics/offered-periods.ts'
import { firstOfMonth, lastOfMonth, type Period } from '../../../../domain/statistics/period.ts'
import type { FiguresQuestion } from '../figures-question.ts'

/** Whole months, as the State reads them: the last twelve are those that are over. */
export function wholeMonthsOf(when: FiguresQuestion['when'], today: CalendarDay): Period {
  const current = firstOfMonth(today)
  if (when === 'douze-mois') return { from: addMonths(current, -12), to: lastOfMonth(addMonths(current, -1)) }
  const { from, to } = typeof when === 'string' ? offeredPeriod(when, today) : when
  const last = lastOfMonth(to < today ? to : today)
  const first = firstOfMonth(from)
  return { from: first < last ? first : firstOfMonth(last), to: last }
}

/** How far back months are offered. */
const monthsOffered = 60

/** Months up to this one, the last one first, each by its first day; those of a period too, however long ago. */
export function monthsToChoose({ from }: Period, today: CalendarDay): CalendarDay[] {
  const current = firstOfMonth(today)
  const months = Array.from({ length: monthsOffered }, (_, back) => addMonths(current, -back))
  for (let month = addMonths(current, -monthsOffered); month >= from; month = addMonths(month, -1))
    months.push(month)
  return months
}

/** A period that begins or ends with another month: the other end follows where it would come first. */
export function withEnd(period: Period, end: 'from' | 'to', month: CalendarDay): Period {
  const last = lastOfMonth(month)
  return end === 'from'
    ? { from: month, to: period.to < month ? last : period.to }
    : { from: period.from > last ? month : period.from, to: last }
}
