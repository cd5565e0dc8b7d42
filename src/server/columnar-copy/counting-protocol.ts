import { countRows } from './count-rows.ts'
import { countSingles } from './count-singles.ts'
import { findRows } from './row-set.ts'

/* What a thread that counts is told, and what it tells. */

/** All that it can do, by name. */
export const counters = { rows: countRows, singles: countSingles, set: findRows }

export type Counters = typeof counters
export type CounterName = keyof Counters
export type JobOf<N extends CounterName> = Parameters<Counters[N]>[0]
export type CountedBy<N extends CounterName> = ReturnType<Counters[N]>

export interface ToCounting {
  readonly id: number
  readonly name: CounterName
  readonly job: JobOf<CounterName>
}

export interface FromCounting {
  readonly id: number
  readonly counted: CountedBy<CounterName>
}
