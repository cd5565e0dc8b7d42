import { addDays, addMonths } from '../calendar-day.ts'
import { daysOfMonth, monthOfDay, quarterOf, type CalendarMonth } from '../calendar-month.ts'
import { isInPeriod, type Period } from '../statistics/period.ts'
import type { AdvisorHistory, PastWorkshop } from './advisor-month.ts'
import type { ExaminedReport } from './examined-report.ts'

/** The days that a month's history is made of, each for what it is used for. */
export function historyDays(
  month: CalendarMonth,
): Record<'activities' | 'workshops' | 'days' | 'quarter', Period> {
  const { from } = daysOfMonth(month)
  const before = (months: number): Period => ({ from: addMonths(from, -months), to: addDays(from, -1) })
  return {
    activities: before(6),
    workshops: before(12),
    days: before(1),
    quarter: { from: quarterOf(month).from, to: addDays(from, -1) },
  }
}

/** What an advisor's earlier reports say for a month. */
export function historyOf(month: CalendarMonth, reports: readonly ExaminedReport[]): AdvisorHistory {
  const days = historyDays(month)
  const of = (period: Period) => reports.filter(({ date }) => isInPeriod(date, period))
  const quarter = of(days.quarter)
  const activities = new Map<CalendarMonth, number>()
  for (const { date } of of(days.activities)) {
    activities.set(monthOfDay(date), (activities.get(monthOfDay(date)) ?? 0) + 1)
  }
  return {
    activities,
    workshops: pastWorkshops(of(days.workshops)),
    days: new Set(of(days.days).map(({ date }) => date)),
    quarter: {
      themes: new Set(quarter.flatMap(({ themes }) => themes)),
      accompaniments: quarter.reduce((sum, { accompaniments }) => sum + accompaniments, 0),
    },
  }
}

/** The workshops among reports. */
export function pastWorkshops(reports: readonly ExaminedReport[]): PastWorkshop[] {
  return reports
    .filter(({ kind }) => kind === 'collectif')
    .map(({ id, place, accompaniments }) => ({ id, place, people: accompaniments }))
}
