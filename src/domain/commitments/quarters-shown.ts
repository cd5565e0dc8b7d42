import type { CalendarDay } from '../calendar-day.ts'
import { addToMonth, monthOfDay, quarterOf } from '../calendar-month.ts'
import type { Period } from '../statistics/period.ts'

/** Quarters that the coverage of the missions is told of: the running one, and those of the year before it. */
const quartersBefore = 4

/** They, the oldest first. */
export function quartersShown(today: CalendarDay): Period[] {
  const month = monthOfDay(today)
  return Array.from({ length: quartersBefore + 1 }, (_, index) =>
    quarterOf(addToMonth(month, 3 * (index - quartersBefore))),
  )
}
