import { addDays, type CalendarDay } from '../calendar-day.ts'
import { daysOfMonth, type CalendarMonth } from '../calendar-month.ts'
import { isFrenchHoliday, weekdayOf } from '../french-holidays.ts'

/**
 * The first day on which a month may be vouched for: the first working day of the next one, where the structure is.
 * Days are those of France (`frenchDayOf`), whatever the hour does.
 */
export function vouchableFrom(month: CalendarMonth, department?: string): CalendarDay {
  let day = addDays(daysOfMonth(month).to, 1)
  while (weekdayOf(day) > 4 || isFrenchHoliday(day, department)) day = addDays(day, 1)
  return day
}
