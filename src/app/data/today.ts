import { localDayOf, type CalendarDay } from '../../domain/calendar-day.ts'

/** The calendar day on the wall where the device is. */
export function todayHere(): CalendarDay {
  return localDayOf(new Date())
}
