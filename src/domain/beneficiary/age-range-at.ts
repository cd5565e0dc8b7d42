import type { CalendarDay } from '../calendar-day.ts'
import type { AgeRange } from '../report/nomenclature.ts'

/** First age of each range, the oldest first (domain.md, "Persons"). */
const firstAges: readonly (readonly [number, AgeRange])[] = [
  [70, 'soixante_dix_plus'],
  [60, 'soixante_soixante_neuf'],
  [40, 'quarante_cinquante_neuf'],
  [25, 'vingt_cinq_trente_neuf'],
  [18, 'dix_huit_vingt_quatre'],
  [12, 'douze_dix_huit'],
  [0, 'moins_de_douze'],
]

/**
 * The age range of a person on the day of an activity, by the year of birth: the age reached in that year, since the
 * day of birth isn't asked. Undefined for somebody who isn't born yet.
 */
export function ageRangeAt(birthYear: number, day: CalendarDay): AgeRange | undefined {
  return ageRangeOf(Number(day.slice(0, 4)) - birthYear)
}

/** The age range of an age in whole years. */
export function ageRangeOf(age: number): AgeRange | undefined {
  return firstAges.find(([first]) => age >= first)?.[1]
}
