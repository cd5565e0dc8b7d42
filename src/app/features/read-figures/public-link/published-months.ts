import { addMonths, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { monthsToPublish, mostMonths } from '../../../../domain/access/public-link.ts'
import { firstOfMonth, lastOfMonth, type Period } from '../../../../domain/statistics/period.ts'

/** Months that are offered, back from the last one that is over. */
const offeredMonths = 36

/** Months that are over, the last one first, each by its first day. */
export function monthsOver(today: CalendarDay): CalendarDay[] {
  const current = firstOfMonth(today)
  return Array.from({ length: offeredMonths }, (_, back) => addMonths(current, -1 - back))
}

/** Where a choice begins: what was asked of the bilan where that may be published, or else the last month. */
export function firstMonths(asked: Period, today: CalendarDay): Period {
  if (monthsToPublish(asked, today)) return asked
  const last = addMonths(firstOfMonth(today), -1)
  return { from: last, to: lastOfMonth(last) }
}

/** Months from one to another: the other end follows where they would be none, or too many. */
export function withFirst({ to }: Period, from: CalendarDay, today: CalendarDay): Period {
  const period = { from, to }
  return monthsToPublish(period, today) ? period : { from, to: lastOfMonth(from) }
}

/** The last months that one may publish from a first one, the earliest first. */
export function lastMonthsFrom(from: CalendarDay, today: CalendarDay): CalendarDay[] {
  return Array.from({ length: mostMonths }, (_, ahead) => addMonths(from, ahead)).filter(
    (month) => monthsToPublish({ from, to: lastOfMonth(month) }, today) !== undefined,
  )
}
