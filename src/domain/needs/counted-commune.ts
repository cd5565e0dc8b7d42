import { isSmall } from '../statistics/small-counts.ts'
import type { NeedsValue } from './needs-facets.ts'

/**
 * Accompaniments, and how many people at least they were of. A person counts in one commune of the year alone, so that
 * people of several communes add up, to too few rather than too many.
 */
export interface Count {
  readonly accompaniments: number
  readonly persons: number
}

/** Accompaniments that have the very same answers. */
export interface Profile {
  /** In their order. */
  readonly values: readonly NeedsValue[]
  readonly accompaniments: number
  /** How many of them are an activity by themselves, those of one person. */
  readonly single: number
}

/** All that was counted in a commune in a year: of one without any accompaniment there is nothing. */
export interface CountedCommune {
  readonly code: string
  readonly total: Count
  readonly values: ReadonlyMap<NeedsValue, Count>
  readonly profiles: readonly Profile[]
}

export const nobody: Count = { accompaniments: 0, persons: 0 }

export function sumOf(counts: Iterable<Count>): Count {
  let [accompaniments, persons] = [0, 0]
  for (const count of counts) {
    accompaniments += count.accompaniments
    persons += count.persons
  }
  return { accompaniments, persons }
}

/** Whether it is hidden: of one to four accompaniments, or of as few people, however often they came. */
export function isSmallCount({ accompaniments, persons }: Count): boolean {
  return accompaniments > 0 && (isSmall(accompaniments) || persons === 0 || isSmall(persons))
}
