import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import type { Combinations } from './combinations.ts'
import { addSums, noCounts, type CountedMonth } from './counted-month.ts'
import { sumsOfThing } from './count-rows.ts'
import type { Singles } from './count-singles.ts'
import type { MonthSlice, Things } from './month-slice.ts'
import { valueNumber } from './thing-values.ts'

/** What a month comes to by each value alone. */
export function countSinglesOf({ counting }: ColumnarCopy, slice: MonthSlice): Promise<Singles> {
  const { activities, columns, personsOf, minutesOf, values } = slice
  return counting.count('singles', {
    activities,
    columns,
    personsOf,
    minutesOf,
    starts: values.starts,
    numbers: values.numbers,
    values: values.counted + values.traits.size,
    counted: values.counted,
    sums: rangeOf(slice.sums),
    departments: rangeOf(slice.departments),
  })
}

/** What a filter of one value comes to; of one that the month doesn't know, nothing. */
export function singleOf(
  texts: Combinations,
  slice: MonthSlice,
  singles: Singles,
  value: FacetValue,
): CountedMonth {
  const number = valueNumber(texts, slice.values, value)
  const counts = noCounts(texts)
  if (number === undefined) return counts
  const width = slice.values.counted * sumsOfThing
  counts.values.set(singles.values.subarray(number * width, (number + 1) * width))
  const { sums, departments } = slice
  for (const [place, one] of sums.all.entries())
    addSums(counts, one, singles.sums[number * sums.all.length + place] ?? 0)
  for (const [place, department] of departments.all.entries())
    for (const sum of [0, 1])
      counts.departments[department * 2 + sum] =
        singles.departments[(number * departments.all.length + place) * 2 + sum] ?? 0
  return counts
}

function rangeOf({ first, all }: Things<unknown>) {
  return { first, length: all.length }
}
