import type { FacetName, FacetValue } from '../../../domain/report/search/facets.ts'
import { facetOf } from '../../../domain/report/search/report-filter.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import { addresses } from '../../addresses.ts'
import { queryOfFilter } from '../../data/filter-address.ts'

/** Facets of which an activity has one value at most. */
const single: ReadonlySet<FacetName> = new Set([
  'type',
  'commune',
  'duree',
  'autonomie',
  'niveau',
  'orientation',
  'temps',
  'delai',
])

/** The list of the reports of a period and a filter. */
export function reportsAddress({ from, to }: Period, values: readonly FacetValue[]): string {
  return `${addresses.reports}?${queryOfFilter({ text: '', from, to, values })}`
}

/**
 * The list of the reports that a figure counts: those of the filter which have a value. Undefined where no filter says
 * it: of one facet any value will do, so that two themes at once can't be asked for.
 */
export function countedReportsAddress(
  period: Period,
  values: readonly FacetValue[],
  value: FacetValue,
): string | undefined {
  const name = facetOf(value)
  const others = values.filter((other) => facetOf(other) !== name)
  const chosen = values.filter((other) => facetOf(other) === name)
  const canBeSaid = chosen.length === 0 || single.has(name) || (chosen.length === 1 && chosen[0] === value)
  return canBeSaid ? reportsAddress(period, [...others, value]) : undefined
}
