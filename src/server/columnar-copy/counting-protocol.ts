import { countRows } from './count-rows.ts'
import { countSingles } from './count-singles.ts'
import { findRows } from './row-set.ts'

/** All that a thread that counts can do, by name. */
export const counters = { rows: countRows, singles: countSingles, set: findRows }

export type Counters = typeof counters
export type CounterName = keyof Counters
export type JobOf<N extends CounterName> = Parameters<Counters[N]>[0]
export type CountedBy<N extends CounterName> = ReturnType<Counters[N]>

/** What it is told. */
export interface CountingJob {
  readonly name: CounterName
  readonly job: JobOf<CounterName>
}
