import type { FacetValue } from '../report/search/facets.ts'
import { accompanimentsOfFact, type Fact } from './fact.ts'

/** What the activities that have a value come to, in each unit that a breakdown may be in. */
export interface Weight {
  activities: number
  accompaniments: number
  minutes: number
}

/**
 * The breakdowns of activities: what each value of each facet comes to. By theme, administrative theme, mission,
 * equipment, place kind, place, commune, duration and kind one reads `accompaniments`; by autonomy, orientation, unmet
 * need, level and filing delay `activities`; hours by kind `minutes`. An activity with several values of a facet counts
 * for each: their shares may add up to more than 100 %.
 */
export function weightsIn(facts: readonly Fact[]): ReadonlyMap<FacetValue, Readonly<Weight>> {
  const weights = new Map<FacetValue, Weight>()
  for (const fact of facts) {
    const accompaniments = accompanimentsOfFact(fact)
    for (const value of fact.values) {
      const weight = weights.get(value)
      if (weight) {
        weight.activities += 1
        weight.accompaniments += accompaniments
        weight.minutes += fact.minutes
      } else weights.set(value, { activities: 1, accompaniments, minutes: fact.minutes })
    }
  }
  return weights
}
