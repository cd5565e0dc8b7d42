import type { CalendarDay } from '../calendar-day.ts'
import { addToMonth, monthOfDay, type CalendarMonth } from '../calendar-month.ts'

/** Time that a report says was for the community. */
export interface CommunityTime {
  readonly day: CalendarDay
  readonly minutes: number
}

export interface MonthOfCommunity {
  readonly month: CalendarMonth
  readonly minutes: number
}

/** Minutes for the community by month, every month from the first to the last, those of none too. */
export function communityByMonth(
  times: readonly CommunityTime[],
  { from, to }: { readonly from: CalendarMonth; readonly to: CalendarMonth },
): MonthOfCommunity[] {
  const months: MonthOfCommunity[] = []
  for (let month = from; month <= to; month = addToMonth(month, 1)) {
    const own = times.filter(({ day }) => monthOfDay(day) === month)
    months.push({ month, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0) })
  }
  return months
}
