import { accompanimentsOfFact, type Fact } from './fact.ts'

/** Filed reports that aren't deleted. Unit: activities. */
export function activitiesIn(facts: readonly Fact[]): number {
  return facts.length
}

/** One for an individuel; for a collectif its participants, named and anonymous. Unit: accompaniments. */
export function accompanimentsIn(facts: readonly Fact[]): number {
  return sum(facts, accompanimentsOfFact)
}

export interface Minutes {
  /** Of individuel and collectif. */
  readonly accompaniment: number
  readonly rest: number
  readonly total: number
}

/** Minutes of activities, once per activity, whatever the number of participants. Unit: minutes. */
export function minutesIn(facts: readonly Fact[]): Minutes {
  const accompaniment = sum(facts, (fact) => (isOfPeople(fact) ? fact.minutes : 0))
  const rest = sum(facts, (fact) => (isOfPeople(fact) ? 0 : fact.minutes))
  return { accompaniment, rest, total: accompaniment + rest }
}

/** People at events: they count as no accompaniment. Unit: participants. */
export function eventParticipantsIn(facts: readonly Fact[]): number {
  return sum(facts, ({ eventParticipants }) => eventParticipants)
}

function isOfPeople({ kind }: Fact): boolean {
  return kind === 'individuel' || kind === 'collectif'
}

function sum(facts: readonly Fact[], valueOf: (fact: Fact) => number): number {
  let total = 0
  for (const fact of facts) total += valueOf(fact)
  return total
}
