import type { CalendarDay } from '../calendar-day.ts'
import type { DocumentId, ScopeId } from '../ids.ts'
import type { ReportKind } from '../report/kinds.ts'
import type { FacetValue } from '../report/search/facets.ts'
import type { Margin, TraitValue } from '../report/search/trait-facets.ts'

/**
 * What figures need of one report, and nothing that only reading needs: no words, no note, no name. Everything that is
 * counted is counted from these, on the device and on the server.
 */
export interface Fact {
  readonly scope: ScopeId
  readonly id: DocumentId
  /** The day of the activity: the only day that figures go by. */
  readonly date: CalendarDay
  readonly kind: ReportKind
  readonly minutes: number
  /** Days between the activity and its filing; none for what came from a file. */
  readonly delay: number | undefined
  /** What it can be filtered and broken down by, as the report says it itself. */
  readonly values: readonly FacetValue[]
  readonly named: readonly NamedFact[]
  readonly anonymous: number
  /** Of the anonymous people, how many were declared already accompanied. */
  readonly alreadyAccompanied: number
  /** What is known of the anonymous people. */
  readonly margins: readonly Margin[]
  /** People at an event, a figure of its own: no accompaniments (domain.md, "Kinds of activity"). */
  readonly eventParticipants: number
}

/** A person whom a report names, as they were on the day of the activity. */
export interface NamedFact {
  readonly id: string
  readonly traits: readonly TraitValue[]
}

/**
 * Accompaniments of an activity: one person × one activity, whether named or anonymous. Of kinds that accompany nobody
 * a fact has no people.
 */
export function accompanimentsOfFact({ named, anonymous }: Fact): number {
  return named.length + anonymous
}
