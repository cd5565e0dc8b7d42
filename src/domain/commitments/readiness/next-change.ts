import { calendarDaySchema, type CalendarDay } from '../../calendar-day.ts'
import { kitRules } from '../kit/kit-rules.ts'

/**
 * The first day after another from which somebody may stand otherwise though nothing more is said: the day of a fact that
 * is to come, new rules, or a new year, whose modules are others.
 *
 * @param days of the facts that are known
 */
export function nextChangeAfter(day: CalendarDay, days: Iterable<CalendarDay>): CalendarDay {
  let next = calendarDaySchema.parse(`${Number(day.slice(0, 4)) + 1}-01-01`)
  for (const one of [...days, ...kitRules.map(({ since }) => since)]) if (one > day && one < next) next = one
  return next
}
