import { facetOf } from '../../domain/report/search/report-filter.ts'
import { BoundedMap } from './bounded-map.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import type { Combinations } from './combinations.ts'
import { profileNames, profiles, type CopiedValue } from './copied-activity.ts'
import type { MonthSlice } from './month-slice.ts'
import { none } from './numbers.ts'
import { traitsAt } from './slice-columns.ts'
import type { RowSet, RowSetJob } from './row-set.ts'
import { valueNumber } from './thing-values.ts'

/** So many values for each month, of an eighth of a byte for each of its rows. */
const mostKept = 40

/** The rows of a month with each of the values that were asked by: looked for once, as long as the slice holds. */
export class ValueRows {
  readonly #kept = new BoundedMap<Promise<RowSet>>(mostKept)

  of(value: CopiedValue, find: () => Promise<RowSet>): Promise<RowSet> {
    const kept = this.#kept.get(value)
    if (kept) return kept
    const found = find()
    this.#kept.set(value, found)
    // Whoever asks next looks again.
    found.catch(() => this.#kept.delete(value))
    return found
  }
}

/** The rows of a month with each of some values. */
export function rowsOfValues(
  { profiles: texts, counting }: ColumnarCopy,
  slice: MonthSlice,
  values: readonly CopiedValue[],
): Promise<RowSet[]> {
  return Promise.all(
    values.map((value) =>
      slice.valueRows.of(value, () => counting.count('set', rowSetJob(texts, slice, value))),
    ),
  )
}

function rowSetJob(texts: Combinations, slice: MonthSlice, value: CopiedValue): RowSetJob {
  const { starts, numbers } = slice.values
  const number = valueNumber(texts, slice.values, value)
  const has = new Uint8Array(slice.things)
  for (let thing = 0; thing < has.length; thing += 1)
    for (let at = starts[thing] ?? 0; at < (starts[thing + 1] ?? 0); at += 1)
      if (numbers[at] === number) has[thing] = 1
  return { activities: slice.activities, column: slice.columns[columnOf(value)] ?? none, has }
}

/** The column that says whether an activity has a value. */
function columnOf(value: CopiedValue): number {
  const facets: readonly (readonly string[])[] = profileNames.map((name) => profiles[name])
  const column = facets.findIndex((some) => some.includes(facetOf(value)))
  return column < 0 ? traitsAt : column
}
