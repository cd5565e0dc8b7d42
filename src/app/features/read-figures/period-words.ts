import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { OfferedPeriod } from '../../../domain/statistics/offered-periods.ts'
import { firstOfMonth, lastOfMonth, type Period } from '../../../domain/statistics/period.ts'
import { formatMonth } from '../../ui/format/date.ts'

export const offeredPeriodLabels: Readonly<Record<OfferedPeriod, string>> = {
  mois: 'Ce mois',
  'mois-dernier': 'Le mois dernier',
  trimestre: 'Ce trimestre',
  annee: 'Cette année',
  'douze-mois': 'Les 12 derniers mois',
  'annee-scolaire': 'Cette année scolaire',
  'annee-derniere': 'L’année dernière',
}

const dayOfMonth = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: 'numeric', month: 'long' })

/** « en novembre 2026 », « en 2025 », « du 1er au 25 novembre 2026 », « le 3 novembre 2026 ». */
export function periodWords({ from, to }: Period): string {
  if (from === to) return `le ${dayWords(from)} ${yearOf(from)}`
  if (from === firstOfMonth(from) && to === lastOfMonth(from)) return `en ${formatMonth(from)}`
  if (from.endsWith('-01-01') && to === `${yearOf(from)}-12-31`) return `en ${yearOf(from)}`
  if (from.slice(0, 7) === to.slice(0, 7)) return `du ${numberOf(from)} au ${dayWords(to)} ${yearOf(to)}`
  const year = yearOf(from) === yearOf(to) ? '' : ` ${yearOf(from)}`
  return `du ${dayWords(from)}${year} au ${dayWords(to)} ${yearOf(to)}`
}

function yearOf(day: CalendarDay): string {
  return day.slice(0, 4)
}

function numberOf(day: CalendarDay): string {
  const number = Number(day.slice(8))
  return number === 1 ? '1er' : String(number)
}

/** « 25 novembre », held together. */
function dayWords(day: CalendarDay): string {
  const month = dayOfMonth.formatToParts(new Date(`${day}T00:00:00Z`)).find(({ type }) => type === 'month')
  return `${numberOf(day)}\u00A0${month?.value ?? ''}`
}

/** At the beginning of a sentence. */
export function periodTitle(period: Period): string {
  const words = periodWords(period)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
