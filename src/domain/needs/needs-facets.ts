import type { FacetValue } from '../report/search/facets.ts'
import { facetOf } from '../report/search/report-filter.ts'

/**
 * What a territory's needs are told by: what people came for, what was left without an answer, where they were sent.
 * All are answers that may be several or left out, so that they don't add up to the accompaniments: what isn't shown of
 * them is never found as what is missing to a total (domain.md, "Small counts").
 */
export const needsFacets = ['theme', 'demarche', 'besoin', 'orientation'] as const
export type NeedsFacet = (typeof needsFacets)[number]
export type NeedsValue = FacetValue & `${NeedsFacet}:${string}`

export function isNeedsValue(value: FacetValue): value is NeedsValue {
  return needsFacets.some((facet) => facet === facetOf(value))
}
