import type { Count, CountedCommune } from './counted-commune.ts'
import type { NeedsValue } from './needs-facets.ts'

/** What each value comes to in several communes together. */
export function countsOf(communes: readonly CountedCommune[]): Map<NeedsValue, Count> {
  const counts = new Map<NeedsValue, Count>()
  for (const { values } of communes)
    for (const [value, { accompaniments, persons }] of values) {
      const known = counts.get(value)
      counts.set(value, {
        accompaniments: accompaniments + (known?.accompaniments ?? 0),
        persons: persons + (known?.persons ?? 0),
      })
    }
  return counts
}
