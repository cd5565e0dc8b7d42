import { emptyFilter, matcherOf, type ReportFilter } from '../report/search/report-filter.ts'
import type { FacetValue } from '../report/search/facets.ts'
import {
  accompanimentsIn,
  activitiesIn,
  eventParticipantsIn,
  minutesIn,
  type Minutes,
} from './activity-figures.ts'
import {
  beneficiariesIn,
  peopleIn,
  type BeneficiaryFigures,
  type PeopleFigures,
} from './beneficiary-figures.ts'
import type { BookedFact, FactBook } from './fact-book.ts'
import { filingDelayIn, type FilingDelay } from './filing-delay.ts'
import type { Period } from './period.ts'
import { weightsIn, type Weight } from './weights.ts'

/** The totals of a period, each by its own rule. */
export interface Totals extends PeopleFigures {
  readonly activities: number
  readonly accompaniments: number
  readonly minutes: Minutes
  readonly eventParticipants: number
}

/** All the indicators of a period (domain.md, "What is counted"). */
export interface Figures extends Totals, Pick<BeneficiaryFigures, 'traits'> {
  readonly weights: ReadonlyMap<FacetValue, Readonly<Weight>>
  readonly delay: FilingDelay
}

/** The facts that a period and a filter ask for, the oldest first. A filter keeps whole activities, with all their people. */
export function factsAsked(
  { facts }: FactBook,
  { from, to }: Period,
  { values }: Pick<ReportFilter, 'values'>,
): readonly BookedFact[] {
  const during = facts.slice(
    placeWhere(facts, ({ date }) => date >= from),
    placeWhere(facts, ({ date }) => date > to),
  )
  return values.length === 0 ? during : during.filter(matcherOf({ ...emptyFilter, values }))
}

/** Where the facts begin of which something holds: it holds of all that come after one of which it does. */
function placeWhere(facts: readonly BookedFact[], holds: (fact: BookedFact) => boolean): number {
  let [from, to] = [0, facts.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const fact = facts[middle]
    if (fact && holds(fact)) to = middle
    else from = middle + 1
  }
  return from
}

/** @param facts of the period, as `factsAsked` gives them */
export function computeTotals(book: FactBook, facts: readonly BookedFact[], period: Period): Totals {
  return { ...activityTotals(facts), ...peopleIn(book, facts, period) }
}

/** @param facts of the period, as `factsAsked` gives them */
export function computeFigures(book: FactBook, facts: readonly BookedFact[], period: Period): Figures {
  return {
    ...activityTotals(facts),
    ...beneficiariesIn(book, facts, period),
    weights: weightsIn(facts),
    delay: filingDelayIn(facts),
  }
}

function activityTotals(facts: readonly BookedFact[]) {
  return {
    activities: activitiesIn(facts),
    accompaniments: accompanimentsIn(facts),
    minutes: minutesIn(facts),
    eventParticipants: eventParticipantsIn(facts),
  }
}
