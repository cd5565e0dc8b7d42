import { facetOf } from '../../domain/report/search/report-filter.ts'
import type { Combinations } from './combinations.ts'
import { profileNames, profiles } from './copied-activity.ts'
import type { ThingBits } from './count-rows.ts'
import type { FilterVariants } from './filter-variants.ts'
import { sliceTraits, type MonthSlice } from './month-slice.ts'
import { traitsAt } from './row-layout.ts'
import { valueNumber } from './thing-values.ts'

/** What the things of a month bring to masks, and where a row says of something that is asked for. */
export function thingBits(texts: Combinations, slice: MonthSlice, variants: FilterVariants): ThingBits {
  const { starts, numbers, counted, traits } = slice.values
  const bitOf = new Uint8Array(counted + traits.size)
  for (const [bit, value] of variants.values.entries()) {
    const number = valueNumber(texts, slice.values, value)
    if (number !== undefined) bitOf[number] = 1 << bit
  }
  const of = new Uint8Array(slice.things)
  for (let thing = 0; thing < of.length; thing += 1)
    for (let at = starts[thing] ?? 0; at < (starts[thing + 1] ?? 0); at += 1)
      of[thing] = (of[thing] ?? 0) | (bitOf[numbers[at] ?? 0] ?? 0)
  return { of, columns: columnsAsked(variants) }
}

function columnsAsked({ values }: FilterVariants): number[] {
  const isAsked = (facets: readonly string[]) => values.some((value) => facets.includes(facetOf(value)))
  const columns = [...profileNames.keys()].filter((column) => {
    const name = profileNames[column]
    return name !== undefined && isAsked(profiles[name])
  })
  return isAsked(sliceTraits) ? [...columns, traitsAt] : columns
}
