import type { FacetValue } from './facets.ts'
import { facetOf, matcherOf, type ReportFilter, type Searchable } from './report-filter.ts'

/**
 * How many reports have each value of each facet, among those that the rest of a filter finds: what choosing it would
 * add, where others of its facet are chosen already.
 */
export function facetCounts(
  reports: Iterable<Searchable>,
  filter: ReportFilter,
): ReadonlyMap<FacetValue, number> {
  const all = [...reports]
  const counts = countsOf(all, filter, () => true)
  for (const name of new Set(filter.values.map(facetOf))) {
    const others = { ...filter, values: filter.values.filter((value) => facetOf(value) !== name) }
    for (const [value, count] of countsOf(all, others, (value) => facetOf(value) === name)) {
      counts.set(value, count)
    }
  }
  return counts
}

function countsOf(
  reports: readonly Searchable[],
  filter: ReportFilter,
  isCounted: (value: FacetValue) => boolean,
): Map<FacetValue, number> {
  const counts = new Map<FacetValue, number>()
  const matches = matcherOf(filter)
  for (const report of reports) {
    if (!matches(report)) continue
    for (const value of report.values) if (isCounted(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
