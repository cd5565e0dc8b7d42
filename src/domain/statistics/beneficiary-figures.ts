import type { TraitValue } from '../report/search/trait-facets.ts'
import type { BookedFact, BookedPerson, FactBook } from './fact-book.ts'
import { isInPeriod, type Period } from './period.ts'

/** People, by how much is known of who they are. */
export interface People {
  readonly named: number
  readonly anonymous: number
  readonly total: number
}

export interface BeneficiaryFigures {
  /** Distinct named people, and anonymous people: one more each time, said as such. Unit: people. */
  readonly beneficiaries: People
  /**
   * Named: the first accompaniment ever falls in the period. Anonymous: not declared already accompanied. Somebody who
   * was erased is new at their first accompaniment alone: an erasure makes no figure of new people drift. Unit: people.
   */
  readonly newOnes: People
  /**
   * How many have each trait. A named person's are those of the day of their first activity in the period, so that
   * past figures don't drift as years go by; whoever lacks a trait is *non communiqué*, the rest. Unit: people.
   */
  readonly traits: ReadonlyMap<TraitValue, number>
}

/**
 * Who was helped. Distinct, new and ever are within a scope: over several scopes the figures add up. People who were
 * merged are one.
 *
 * @param facts those of the period that are counted, in the order of the book
 */
export function beneficiariesIn(
  { firsts }: FactBook,
  facts: readonly BookedFact[],
  period: Period,
): BeneficiaryFigures {
  const tally = new PeopleTally()
  const seen = new Set<string>()
  for (const fact of facts) {
    const { anonymous, alreadyAccompanied, margins } = fact
    tally.addAnonymous(anonymous, anonymous - alreadyAccompanied)
    for (const [trait, count] of margins) tally.addTrait(trait, count)
    for (const person of fact.people) {
      if (person.isErased) tally.addErased(person, firsts.get(person.key) === fact)
      else if (!seen.has(person.key)) {
        seen.add(person.key)
        const first = firsts.get(person.key)
        tally.addNamed(person, first !== undefined && isInPeriod(first.date, period))
      }
    }
  }
  return tally.figures()
}

class PeopleTally {
  #named = 0
  #anonymous = 0
  #newNamed = 0
  #newAnonymous = 0
  readonly #traits = new Map<TraitValue, number>()

  addAnonymous(count: number, newOnes: number): void {
    this.#anonymous += count
    this.#newAnonymous += newOnes
  }

  addErased({ traits }: BookedPerson, isNew: boolean): void {
    this.addAnonymous(1, isNew ? 1 : 0)
    for (const trait of traits) this.addTrait(trait, 1)
  }

  addNamed({ traits }: BookedPerson, isNew: boolean): void {
    this.#named += 1
    this.#newNamed += isNew ? 1 : 0
    for (const trait of traits) this.addTrait(trait, 1)
  }

  addTrait(trait: TraitValue, count: number): void {
    this.#traits.set(trait, (this.#traits.get(trait) ?? 0) + count)
  }

  figures(): BeneficiaryFigures {
    return {
      beneficiaries: people(this.#named, this.#anonymous),
      newOnes: people(this.#newNamed, this.#newAnonymous),
      traits: this.#traits,
    }
  }
}

function people(named: number, anonymous: number): People {
  return { named, anonymous, total: named + anonymous }
}
