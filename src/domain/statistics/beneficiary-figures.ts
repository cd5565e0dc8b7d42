import type { TraitValue } from '../report/search/trait-facets.ts'
import type { BookedFact, FactBook } from './fact-book.ts'
import { isInPeriod, type Period } from './period.ts'

/** People, by how much is known of who they are. */
export interface People {
  readonly named: number
  readonly anonymous: number
  readonly total: number
}

/** How many people were helped. */
export interface PeopleFigures {
  /** Distinct named people, and anonymous people: one more each time, said as such. Unit: people. */
  readonly beneficiaries: People
  /**
   * Named: the first accompaniment ever falls in the period. Anonymous: not declared already accompanied. Somebody who
   * was erased is new at their first accompaniment alone: an erasure makes no figure of new people drift. Unit: people.
   */
  readonly newOnes: People
}

export interface BeneficiaryFigures extends PeopleFigures {
  /**
   * How many have each trait. A named person's are those of the day of their first activity in the period, so that
   * past figures don't drift as years go by; whoever lacks a trait is *non communiqué*, the rest. Unit: people.
   */
  readonly traits: ReadonlyMap<TraitValue, number>
}

/** Who was helped, by the rules of `peopleIn`. */
export function beneficiariesIn(
  book: FactBook,
  facts: readonly BookedFact[],
  period: Period,
): BeneficiaryFigures {
  const traits = new Map<TraitValue, number>()
  const add = (trait: TraitValue, count: number) => traits.set(trait, (traits.get(trait) ?? 0) + count)
  return { ...peopleIn(book, facts, period, add), traits }
}

/**
 * How many were helped. Distinct, new and ever are within a scope: over several scopes the figures add up. People who
 * were merged are one.
 *
 * @param facts those of the period that are counted, in the order of the book
 * @param tellTrait takes the traits of those who are counted, and how many people have each
 */
export function peopleIn(
  { firsts }: FactBook,
  facts: readonly BookedFact[],
  period: Period,
  tellTrait?: (trait: TraitValue, count: number) => void,
): PeopleFigures {
  const count = { named: 0, anonymous: 0, newNamed: 0, newAnonymous: 0 }
  const seen = new Set<string>()
  for (const fact of facts) {
    count.anonymous += fact.anonymous
    count.newAnonymous += fact.anonymous - fact.alreadyAccompanied
    if (tellTrait) for (const [trait, people] of fact.margins) tellTrait(trait, people)
    for (const { key, isErased, traits } of fact.people) {
      if (!isErased && seen.has(key)) continue
      const first = firsts.get(key)
      if (isErased) {
        count.anonymous += 1
        count.newAnonymous += first === fact ? 1 : 0
      } else {
        seen.add(key)
        count.named += 1
        count.newNamed += first !== undefined && isInPeriod(first.date, period) ? 1 : 0
      }
      if (tellTrait) for (const trait of traits) tellTrait(trait, 1)
    }
  }
  return {
    beneficiaries: people(count.named, count.anonymous),
    newOnes: people(count.newNamed, count.newAnonymous),
  }
}

function people(named: number, anonymous: number): People {
  return { named, anonymous, total: named + anonymous }
}
