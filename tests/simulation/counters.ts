/** How often each thing happened: a run in which nothing happens proves nothing. */
export type Counters = Record<string, number>

export function count(counters: Counters, what: string, times = 1): void {
  counters[what] = (counters[what] ?? 0) + times
}

export function addCounters(into: Counters, more: Counters): void {
  for (const [what, times] of Object.entries(more)) count(into, what, times)
}
