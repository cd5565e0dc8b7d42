import { facetOf } from '../../domain/report/search/report-filter.ts'
import type { CopiedValue } from './asked-rows.ts'
import type { ColumnarCopy } from './columnar-copy.ts'

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

/**
 * The mask of an activity `a`, as an expression, and what is joined to `activity a` for it. A list of numbers to look in
 * would be gone through again by every condition on the mask; a small table is looked up once.
 */
export function maskIn({ combinations }: ColumnarCopy, { values }: FilterVariants) {
  const bits = values.map((value, bit) => {
    const codes = combinations.codesWith([value])
    const having = `(select unnest([${codes.join(', ')}]::INTEGER[]) as code, ${2 ** bit} as bit)`
    return {
      join: ` left join ${having} bit_${bit} on bit_${bit}.code = a."${facetOf(value)}"`,
      mask: `coalesce(bit_${bit}.bit, 0)`,
    }
  })
  return {
    mask: bits.map(({ mask }) => mask).join(' + ') || '0',
    joins: bits.map(({ join }) => join).join(''),
  }
}

/** No filter at all: what all activities come to. */
export const unfiltered = filterVariants([])

/** Masks that one of the filters lets through, as a list of SQL. */
export function masksThrough({ through }: FilterVariants, filter: number): string {
  return [...through.keys()].filter((mask) => through[mask]?.includes(filter)).join(', ')
}

/** Masks that any of them lets through. */
export function masksThroughAny({ through }: FilterVariants): string {
  return [...through.keys()].filter((mask) => (through[mask]?.length ?? 0) > 0).join(', ')
}
