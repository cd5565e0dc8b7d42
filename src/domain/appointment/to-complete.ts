import { addDays, type CalendarDay } from '../calendar-day.ts'

/** When an appointment takes place. */
export interface PlannedTime {
  readonly date: CalendarDay
  readonly lastDate?: CalendarDay | undefined
  readonly starts?: string | undefined
  readonly ends?: string | undefined
}

/** How long an appointment without a report is asked for; the agenda still says it afterwards. */
export const askedForDays = 60

/** The first day whose appointments are still asked for. */
export function askedSince(today: CalendarDay): CalendarDay {
  return addDays(today, -askedForDays)
}

/** Whether it is over: its end is past, or its last day where it has no hour. A day that isn't over misses nothing. */
export function isOver(
  { date, lastDate = date, starts, ends = starts }: PlannedTime,
  { now, today }: { now: number; today: CalendarDay },
): boolean {
  return ends === undefined ? lastDate < today : Date.parse(ends) <= now
}
