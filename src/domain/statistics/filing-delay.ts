import type { Fact } from './fact.ts'

export interface FilingDelay {
  /** Activities whose filing is known: what came from a file says nothing of it. */
  readonly activities: number
  /** Half of the activities were filed within so many days. Undefined where there are none. */
  readonly median: number | undefined
}

/** Days between an activity and its filing. Unit: days; of several activities, their median. */
export function filingDelayIn(facts: readonly Fact[]): FilingDelay {
  const counts = new Map<number, number>()
  let activities = 0
  for (const { delay } of facts) {
    if (delay === undefined) continue
    activities += 1
    counts.set(delay, (counts.get(delay) ?? 0) + 1)
  }
  return { activities, median: medianOf(counts, activities) }
}

/** The least number of days within which at least half of the activities were filed. */
export function medianOf(counts: ReadonlyMap<number, number>, activities: number): number | undefined {
  let within = 0
  for (const [days, count] of [...counts].sort(([a], [b]) => a - b)) {
    within += count
    if (within * 2 >= activities) return days
  }
  return undefined
}
