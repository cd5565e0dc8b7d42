import { mondayOf } from './period.ts'
import type { TimeBar } from './timeline.ts'

/**
 * Bars of days as bars of weeks, the same ones that `timelineOf` gives by week: an answer that was kept by day is enough
 * for both.
 */
export function weeksOfDays(days: readonly TimeBar[]): TimeBar[] {
  const weeks = new Map<string, TimeBar>()
  for (const day of days) {
    const monday = mondayOf(day.from)
    const week = weeks.get(monday)
    weeks.set(monday, week ? joined(week, day) : day)
  }
  return [...weeks.values()]
}

function joined(week: TimeBar, day: TimeBar): TimeBar {
  return {
    from: week.from,
    to: day.to,
    accompaniments: week.accompaniments + day.accompaniments,
    activities: week.activities + day.activities,
  }
}
