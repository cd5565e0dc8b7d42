import { BoundedMap } from './bounded-map.ts'
import type { CopiedValue } from './copied-activity.ts'
import type { CountedMonth } from './counted-month.ts'
import type { Singles } from './count-singles.ts'

/** So many for each month, of some kilobytes each: more filters than are asked for in an hour. */
const mostKept = 150

/** What a month was found to come to, by filter and department: it holds as long as the month's slice. */
export class KeptCounts {
  /** By each value alone, of everywhere: counted once the slice is there. */
  singles: Singles | undefined
  readonly #kept = new BoundedMap<CountedMonth>(mostKept)

  of(filter: readonly CopiedValue[], there: number | undefined): CountedMonth | undefined {
    return this.#kept.get(keyOf(filter, there))
  }

  keep(filter: readonly CopiedValue[], there: number | undefined, counts: CountedMonth): void {
    this.#kept.set(keyOf(filter, there), counts)
  }
}

function keyOf(filter: readonly CopiedValue[], there: number | undefined): string {
  return `${there ?? ''} ${[...filter].sort().join(' ')}`
}
