import type { CalendarDay } from '../../calendar-day.ts'
import type { TrainingRecord } from './training-record.ts'

/** Minutes of work with the public that fit into one half of a day; our own. */
const minutesOfHalf = 240

/**
 * Days of which more work with the public is reported than fits beside the half-days of training that were attended
 * (`training-half-day-reported`). Reports have no hour: what fits is what the rest of the day can hold.
 *
 * @param minutesOn minutes of reports, of training ones none, by day
 */
export function reportedTrainingDays(
  { halfDays, exams }: TrainingRecord,
  minutesOn: ReadonlyMap<CalendarDay, number>,
): CalendarDay[] {
  const halves = new Map<CalendarDay, number>()
  for (const { planned, cancelled, attended } of [...halfDays, ...exams])
    if (!cancelled && attended?.presence === 'present')
      halves.set(planned.day, (halves.get(planned.day) ?? 0) + 1)
  return [...halves]
    .filter(([day, count]) => (minutesOn.get(day) ?? 0) > (2 - count) * minutesOfHalf)
    .map(([day]) => day)
    .sort()
}
