import { readinessMeasures, readinessStates, type Readiness } from './advisor-readiness.ts'
import type { ReadinessMeasure, ReadinessState } from './advisor-readiness.ts'

/** Of how many one measure stands how: the four add up to those in post. */
export type StateCounts = Readonly<Record<ReadinessState, number>>

/** Of how many advisors each measure stands how. */
export interface ReadinessTally {
  /** Advisors under contract, each counted at each of their structures. */
  readonly inPost: number
  readonly counts: Readonly<Record<ReadinessMeasure, StateCounts>>
}

export function tallyOf(advisors: readonly Readiness[]): ReadinessTally {
  return tallyBy((measure, state) => advisors.filter((one) => one[measure] === state).length, advisors.length)
}

/** Advisors of several groups as one group. */
export function sumOfTallies(tallies: readonly ReadinessTally[]): ReadinessTally {
  const sum = (of: (tally: ReadinessTally) => number) => tallies.reduce((all, one) => all + of(one), 0)
  return tallyBy(
    (measure, state) => sum(({ counts }) => counts[measure][state]),
    sum(({ inPost }) => inPost),
  )
}

function tallyBy(
  count: (measure: ReadinessMeasure, state: ReadinessState) => number,
  inPost: number,
): ReadinessTally {
  const countsOf = (measure: ReadinessMeasure) =>
    Object.fromEntries(readinessStates.map((state) => [state, count(measure, state)]))
  const counts = Object.fromEntries(readinessMeasures.map((measure) => [measure, countsOf(measure)]))
  // Every measure has every state: made from the two lists.
  return { inPost, counts: counts as ReadinessTally['counts'] }
}
