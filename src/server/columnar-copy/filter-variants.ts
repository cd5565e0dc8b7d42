import { facetOf } from '../../domain/report/search/report-filter.ts'
import type { CopiedValue } from './copied-activity.ts'

/**
 * A filter and the same with fewer values, which are all answered in one reading: a row's *mask* says which of the
 * values it has, one bit each, and of a mask is known which of the filters let it through.
 */
export interface FilterVariants {
  /** Those of the filter that is asked for. */
  readonly values: readonly CopiedValue[]
  /** The filter, then those with fewer values: without those of one facet, without one of a facet's. */
  readonly filters: readonly (readonly CopiedValue[])[]
  /** By mask, the places of the filters that let it through. */
  readonly through: readonly (readonly number[])[]
}

/** What whoever asks by these values can ask by too, but for asking by none. */
export function filterVariants(values: readonly CopiedValue[]): FilterVariants {
  const facets = [...new Set(values.map(facetOf))]
  const fewer = [
    ...facets.map((facet) => values.filter((value) => facetOf(value) !== facet)),
    ...values.map((value) => values.filter((other) => other !== value)),
  ].filter((some) => some.length > 0)
  const filters = [...new Map([values, ...fewer].map((some) => [some.join(' '), some])).values()]
  const through = Array.from({ length: 2 ** values.length }, (_, mask) => {
    const has = new Set(values.filter((_value, bit) => (mask >> bit) % 2 === 1))
    return [...filters.keys()].filter((place) => isThrough(filters[place] ?? [], has))
  })
  return { values, filters, through }
}

/** Of one facet any of its values will do, and every facet must hold. */
function isThrough(filter: readonly CopiedValue[], has: ReadonlySet<CopiedValue>): boolean {
  return filter.every((value) => filter.some((other) => facetOf(other) === facetOf(value) && has.has(other)))
}

/** No filter at all: what all activities come to. */
export const unfiltered = filterVariants([])
