import type { CalendarDay } from '../calendar-day.ts'

/** Rules that change with the years: each version is in force from its day until the next one. */
export interface Versioned {
  readonly version: number
  readonly since: CalendarDay
}

/** The version in force on a day; the first one before any. */
export function versionOn<V extends Versioned>(versions: readonly [V, ...V[]], day: CalendarDay): V {
  return versions.findLast(({ since }) => since <= day) ?? versions[0]
}
