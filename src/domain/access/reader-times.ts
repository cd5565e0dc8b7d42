import type { ReportReading } from './readings.ts'

/** How one person read a report in one way: on how many days, from the first time to the last. */
export interface ReaderTimes {
  readonly readerName: string
  readonly way: string
  readonly days: number
  readonly first: string
  /** The first time of the last day. */
  readonly last: string
}

/** Readings of one report, told once for a person and a way, in the order of the last time. */
export function readerTimes(readings: readonly ReportReading[]): ReaderTimes[] {
  const times = new Map<string, ReaderTimes>()
  for (const { readerName, way, at } of readings.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const key = `${way} ${readerName}`
    const known = times.get(key)
    times.set(key, {
      readerName,
      way,
      days: (known?.days ?? 0) + 1,
      first: known?.first ?? at,
      last: at,
    })
  }
  return [...times.values()].sort((a, b) => a.last.localeCompare(b.last))
}
