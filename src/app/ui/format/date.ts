import type { CalendarDay } from '../../../domain/calendar-day.ts'

const inUtc = { timeZone: 'UTC' } as const
const long = new Intl.DateTimeFormat('fr-FR', { ...inUtc, weekday: 'long', day: 'numeric', month: 'long' })
const longWithYear = new Intl.DateTimeFormat('fr-FR', { ...inUtc, dateStyle: 'full' })
const short = new Intl.DateTimeFormat('fr-FR', {
  ...inUtc,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const monthName = new Intl.DateTimeFormat('fr-FR', { ...inUtc, month: 'long' })
const monthAlone = new Intl.DateTimeFormat('fr-FR', { ...inUtc, month: 'long', year: 'numeric' })

/** « lundi 23 novembre »: for the year that one is in. */
export function formatDay(day: CalendarDay): string {
  return bound(long, day)
}

/** « lundi 23 novembre 2026 ». */
export function formatDayWithYear(day: CalendarDay): string {
  return bound(longWithYear, day)
}

/** « 23/11/2026 »: for tables. */
export function formatDayInFigures(day: CalendarDay): string {
  return short.format(toDate(day))
}

/** « novembre 2026 », for any day of the month. */
export function formatMonth(day: CalendarDay): string {
  return bound(monthAlone, day)
}

/** « novembre » in the year of `today`, « novembre 2025 » in another. */
export function formatMonthOfYear(day: CalendarDay, today: CalendarDay): string {
  return day.slice(0, 4) === today.slice(0, 4) ? monthName.format(toDate(day)) : formatMonth(day)
}

/** The first is « 1er », and a day isn't parted from its month at the end of a line. */
function bound(format: Intl.DateTimeFormat, day: CalendarDay): string {
  return format
    .formatToParts(toDate(day))
    .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
    .join('')
    .replace(/(\d(?:er)?) /, '$1\u00A0')
}

function toDate(day: CalendarDay): Date {
  return new Date(`${day}T00:00:00Z`)
}
