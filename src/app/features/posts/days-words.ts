import { daysBetween, type CalendarDay } from '../../../domain/calendar-day.ts'
import { counted } from '../../ui/format/number.ts'

/** How long something has lasted: « 12 jours », « 4 mois »; whole months from the second one on. */
export function lastingWords(since: CalendarDay, today: CalendarDay): string {
  const days = Math.max(0, daysBetween(since, today))
  const months = monthsBetween(since, today)
  return months < 2 ? counted(days, 'jour', 'jours') : counted(months, 'mois', 'mois')
}

/** Whole months from a day to another. */
export function monthsBetween(since: CalendarDay, today: CalendarDay): number {
  const [years, months, date] = [0, 1, 2].map(
    (part) => Number(today.split('-')[part]) - Number(since.split('-')[part]),
  )
  return Math.max(0, (years ?? 0) * 12 + (months ?? 0) - ((date ?? 0) < 0 ? 1 : 0))
}

/** How soon a day comes: « dans 12 jours », « dans 2 mois », « passé ». */
export function comingWords(day: CalendarDay, today: CalendarDay): string {
  return day < today ? 'passé' : `dans ${lastingWords(today, day)}`
}
