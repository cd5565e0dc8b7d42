import { addDays, addMonths, type CalendarDay } from '../calendar-day.ts'
import { firstOfMonth, lastOfMonth, type Period } from './period.ts'

/** Periods that are offered by name, besides any two days. */
export const offeredPeriods = [
  'mois',
  'mois-dernier',
  'trimestre',
  'annee',
  'douze-mois',
  'annee-scolaire',
  'annee-derniere',
] as const
export type OfferedPeriod = (typeof offeredPeriods)[number]

/** After how many months each comes again: what it is compared with (`previousPeriod`). */
export const monthsOfOffered: Readonly<Record<OfferedPeriod, number>> = {
  mois: 1,
  'mois-dernier': 1,
  trimestre: 3,
  annee: 12,
  'douze-mois': 12,
  'annee-scolaire': 12,
  'annee-derniere': 12,
}

/** The days of an offered period; one that isn't over ends today. */
export function offeredPeriod(name: OfferedPeriod, today: CalendarDay): Period {
  switch (name) {
    case 'mois':
      return { from: firstOfMonth(today), to: today }
    case 'mois-dernier': {
      const from = addMonths(firstOfMonth(today), -1)
      return { from, to: lastOfMonth(from) }
    }
    case 'trimestre':
      return { from: addMonths(firstOfMonth(today), -((monthOf(today) - 1) % 3)), to: today }
    case 'annee':
      return { from: firstOfYear(today), to: today }
    case 'douze-mois':
      return { from: addDays(addMonths(today, -12), 1), to: today }
    case 'annee-scolaire':
      return { from: addMonths(firstOfMonth(today), -((monthOf(today) + 3) % 12)), to: today }
    case 'annee-derniere': {
      const from = addMonths(firstOfYear(today), -12)
      return { from, to: lastOfMonth(addMonths(from, 11)) }
    }
  }
}

function monthOf(day: CalendarDay): number {
  return Number(day.slice(5, 7))
}

function firstOfYear(day: CalendarDay): CalendarDay {
  return addMonths(firstOfMonth(day), 1 - monthOf(day))
}
