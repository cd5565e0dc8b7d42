import { daysOf, type Period } from '../../../../domain/statistics/period.ts'
import type { TimeBar, TimeStep } from '../../../../domain/statistics/timeline.ts'
import { weeksOfDays } from '../../../../domain/statistics/weeks-of-days.ts'

/** Bars that each have room for their number: on paper nothing tells it otherwise. */
const mostBars = 13

/**
 * By what the time of a bilan is asked for: by month as soon as its weeks would be too many. The days of a month are
 * asked for as on Chiffres, where they were seen last, and are drawn as weeks.
 */
export function stepOnPaper(period: Period): TimeStep {
  const days = daysOf(period)
  if (days <= 31) return 'jour'
  return days <= (mostBars - 1) * 7 ? 'semaine' : 'mois'
}

/** The bars of a bilan as they are drawn. */
export function barsOnPaper({ bars, step }: { bars: readonly TimeBar[]; step: TimeStep }): {
  bars: readonly TimeBar[]
  step: TimeStep
} {
  return step === 'jour' && bars.length > mostBars
    ? { bars: weeksOfDays(bars), step: 'semaine' }
    : { bars, step }
}
