import type { CalendarDay } from '../calendar-day.ts'

/* How the sentences of findings say days, durations and counts. */

const inUtc = { timeZone: 'UTC' } as const
const long = new Intl.DateTimeFormat('fr-FR', { ...inUtc, weekday: 'long', day: 'numeric', month: 'long' })
const plain = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** « lundi 23 novembre »; the first is « 1er », and a day isn't parted from its month. */
export function dayInWords(day: CalendarDay): string {
  return long
    .formatToParts(new Date(`${day}T00:00:00Z`))
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
