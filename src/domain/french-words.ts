import type { CalendarDay } from './calendar-day.ts'
import { daysOfMonth, type CalendarMonth } from './calendar-month.ts'

/* How sentences that the server writes too say days, months, durations and counts. */

const inUtc = { timeZone: 'UTC' } as const
const long = new Intl.DateTimeFormat('fr-FR', { ...inUtc, weekday: 'long', day: 'numeric', month: 'long' })
const monthAndYear = new Intl.DateTimeFormat('fr-FR', { ...inUtc, month: 'long', year: 'numeric' })
const whole = { day: 'numeric', month: 'long', year: 'numeric' } as const
const dayOfUtc = new Intl.DateTimeFormat('fr-FR', { ...inUtc, ...whole })
const dayOfFrance = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', ...whole })
const plain = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** « lundi 23 novembre ». */
export function dayInWords(day: CalendarDay): string {
  return inWords(long, startOf(day))
}

/** « 1er décembre 2026 ». */
export function wholeDayInWords(day: CalendarDay): string {
  return inWords(dayOfUtc, startOf(day))
}

/** The day in France of an instant. */
export function dayOfInstantInWords(instant: string): string {
  return inWords(dayOfFrance, new Date(instant))
}

/** « novembre 2026 ». */
export function monthInWords(month: CalendarMonth): string {
  return monthAndYear.format(startOf(daysOfMonth(month).from))
}

/** « d’octobre 2026 », « de novembre 2026 ». */
export function ofMonthInWords(month: CalendarMonth): string {
  const words = monthInWords(month)
  return /^[aeiouy]/.test(words) ? `d’${words}` : `de ${words}`
}

function startOf(day: CalendarDay): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The first is « 1er », and a day isn't parted from its month. */
function inWords(format: Intl.DateTimeFormat, date: Date): string {
  return format
    .formatToParts(date)
    .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
    .join('')
    .replace(/(\d(?:er)?) /, '$1\u00A0')
}

/** « 14 h », « 1 h 05 », « 45 min ». */
export function durationInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}\u00A0min`
  return rest === 0 ? `${hours}\u00A0h` : `${hours}\u00A0h\u00A0${String(rest).padStart(2, '0')}`
}

export function numberInWords(value: number): string {
  return plain.format(value)
}

/** « 1 compte rendu », « 12 comptes rendus ». */
export function countInWords(count: number, one: string, many: string): string {
  return `${plain.format(count)}\u00A0${count < 2 ? one : many}`
}

/** To begin a sentence: « Un compte rendu », « Deux comptes rendus », « 12 comptes rendus ». */
export function reportsInWords(count: number): string {
  if (count === 1) return 'Un compte rendu'
  return count === 2 ? 'Deux comptes rendus' : `${plain.format(count)}\u00A0comptes rendus`
}
