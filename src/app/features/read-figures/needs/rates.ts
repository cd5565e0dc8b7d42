import { hiddenWord } from '../state/amount-words.ts'

/** Accompaniments for a thousand inhabitants; undefined where there is nobody, or where it is hidden. */
export function rateOf(accompaniments: number | null, population: number | null): number | undefined {
  return accompaniments === null || !population ? undefined : (1000 * accompaniments) / population
}

/** The same in words. */
export function rateWords(accompaniments: number | null, population: number | null): string {
  if (accompaniments === null) return hiddenWord
  const rate = rateOf(accompaniments, population)
  return rate === undefined ? '–' : formatRate(rate)
}

const rates = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const lowRates = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 1 })

/** « 17,4 »; below 1 as « 0,04 », so that a little is not said to be nothing. */
export function formatRate(rate: number): string {
  return (rate < 1 ? lowRates : rates).format(rate)
}
