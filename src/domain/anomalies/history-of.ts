import { addDays, addMonths } from '../calendar-day.ts'
import { daysOfMonth, monthOfDay, quarterOf, type CalendarMonth } from '../calendar-month.ts'
import { isInPeriod, type Period } from '../statistics/period.ts'
import type { AdvisorHistory, PastWorkshop } from './advisor-month.ts'
import type { ExaminedReport } from './examined-report.ts'

/** The days that a month's history is made of, each for what it is used for. */
export function historyDays(
  month: CalendarMonth,
): Record<'activities' | 'workshops' | 'notes' | 'days' | 'quarter', Period> {
  const { from } = daysOfMonth(month)
  const before = (months: number): Period => ({ from: addMonths(from, -months), to: addDays(from, -1) })
  return {
    activities: before(6),
    workshops: before(12),
    notes: before(3),
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
    notes: noteCounts(of(days.notes).map(({ note }) => ({ note, reports: 1 }))),
    days: new Set(of(days.days).map(({ date }) => date)),
    quarter: {
      themes: new Set(quarter.flatMap(({ themes }) => themes)),
      accompaniments: quarter.reduce((sum, { accompaniments }) => sum + accompaniments, 0),
    },
  }
}

/** How many reports had each note, by its words. */
export function noteCounts(
  notes: readonly { readonly note: string; readonly reports: number }[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { note, reports } of notes) {
    if (note !== '') counts.set(note, (counts.get(note) ?? 0) + reports)
  }
  return counts
}

/** The workshops among reports. */
export function pastWorkshops(reports: readonly ExaminedReport[]): PastWorkshop[] {
  return reports
    .filter(({ kind }) => kind === 'collectif')
    .map(({ id, place, accompaniments }) => ({ id, place, people: accompaniments }))
}
