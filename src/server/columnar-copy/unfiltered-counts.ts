import type { BeneficiaryFigures } from '../../domain/statistics/beneficiary-figures.ts'
import type { FilteredMonths } from './ask-months.ts'

/** What all activities of a territory come to by month. */
export interface UnfilteredMonths extends FilteredMonths {
  /** Of each month, by days. */
  readonly delays: readonly ReadonlyMap<number, number>[]
}

/** Something that was counted, and of which writing of each month it counted. */
interface Kept<T> {
  readonly writes: ReadonlyMap<number, number>
  readonly value: T
}

/** So many of each: more than the territories and periods that are read in an hour. */
const mostKept = 150

/**
 * What was counted of all activities, which every filter is held against: by territory, and of people by period too. A
 * month that was written since is counted again.
 */
export class UnfilteredCounts {
  readonly #months = new Map<string, Kept<UnfilteredMonths>>()
  readonly #people = new Map<string, Kept<BeneficiaryFigures>>()

  months(key: string): Kept<UnfilteredMonths> | undefined {
    return this.#months.get(key)
  }

  keepMonths(key: string, kept: Kept<UnfilteredMonths>): void {
    keep(this.#months, key, kept)
  }

  people(key: string): Kept<BeneficiaryFigures> | undefined {
    return this.#people.get(key)
  }

  keepPeople(key: string, kept: Kept<BeneficiaryFigures>): void {
    keep(this.#people, key, kept)
  }
}

/** The one that was put first goes first. */
function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) return
    kept.delete(oldest)
  }
}
