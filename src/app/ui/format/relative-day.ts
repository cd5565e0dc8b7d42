import { daysBetween, type CalendarDay } from '../../../domain/calendar-day.ts'
import { formatDay, formatDayWithYear } from './date.ts'

/**
 * The day as one says it from `today`, to begin a line: « Aujourd’hui », « Hier », « Demain », « Vendredi 20 novembre »,
 * with the year when it isn't that of `today`.
 */
export function relativeDay(day: CalendarDay, today: CalendarDay): string {
  const near = nearDays.get(daysBetween(today, day))
  if (near !== undefined) return near
  const isOfThisYear = day.slice(0, 4) === today.slice(0, 4)
  return capitalised(isOfThisYear ? formatDay(day) : formatDayWithYear(day))
}

/** The day to begin a line with, whenever it is read: « Vendredi 20 novembre 2026 ». */
export function dayInFull(day: CalendarDay): string {
  return capitalised(formatDayWithYear(day))
}

const nearDays: ReadonlyMap<number, string> = new Map([
  [-1, 'Hier'],
  [0, 'Aujourd’hui'],
  [1, 'Demain'],
])

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
