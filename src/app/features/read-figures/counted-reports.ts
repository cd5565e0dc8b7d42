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

/** What figures were asked for, and whether the reports that they count can be listed here. */
interface Asked {
  readonly question: { readonly values: readonly FacetValue[] }
  readonly canList: boolean
}

/** The list of the reports that were counted on some days; undefined where they aren't on this device. */
export function reportsAddress({ question, canList }: Asked, days: Period): string | undefined {
  return canList ? listAddress(days, question.values) : undefined
}

function listAddress({ from, to }: Period, values: readonly FacetValue[]): string {
  return `${addresses.reports}?${queryOfFilter({ text: '', from, to, values })}`
}

/**
 * The list of the reports that a figure counts: those of the filter which have a value. Undefined where no filter says
 * it: of one facet any value will do, so that two themes at once can't be asked for.
 */
export function countedReportsAddress(
  { question: { values }, canList }: Asked,
  period: Period,
  value: FacetValue,
): string | undefined {
  if (!canList) return undefined
  const name = facetOf(value)
  const others = values.filter((other) => facetOf(other) !== name)
  const chosen = values.filter((other) => facetOf(other) === name)
  const canBeSaid = chosen.length === 0 || single.has(name) || (chosen.length === 1 && chosen[0] === value)
  return canBeSaid ? listAddress(period, [...others, value]) : undefined
}
