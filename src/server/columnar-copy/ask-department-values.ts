import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import { eachMonth, type Months } from '../../domain/statistics/month-number.ts'
import { departmentCodes } from '../../domain/territory/departments.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import type { Combinations } from './combinations.ts'
import type { FilterVariants } from './filter-variants.ts'
import type { MonthSlice } from './month-slice.ts'
import { slicesOf } from './month-slices.ts'
import { none } from './numbers.ts'
import { departmentAt, sumsAt } from './slice-columns.ts'
import { pickRows } from './row-set.ts'
import { rowsOfValues } from './value-rows.ts'

export interface DepartmentValuesQuestion {
  readonly variants: FilterVariants
  readonly today: CalendarDay
  readonly months: Months
}

/** The accompaniments of each value in each department over some months, by the filter that is asked for. */
export async function askDepartmentValues(
  copy: ColumnarCopy,
  { variants, today, months }: DepartmentValuesQuestion,
): Promise<Map<FacetValue, Float64Array>> {
  const persons = new Map<FacetValue, Float64Array>()
  for (const slice of (await slicesOf(copy, eachMonth(months), today)).values()) {
    addPersons(persons, copy.profiles, slice, await personsByThing(copy, slice, variants))
    // Others are answered meanwhile.
    await nextTurn()
  }
  return persons
}

/** Of a month, a list of all things for each of its departments. */
async function personsByThing(
  copy: ColumnarCopy,
  slice: MonthSlice,
  { values, through }: FilterVariants,
): Promise<Int32Array> {
  const { activities, columns, things, departments, personsOf } = slice
  const departmentOf = columns[departmentAt] ?? none
  const sumsOf = columns[sumsAt] ?? none
  const persons = new Int32Array(departments.all.length * things)
  const profiles = columns.slice(0, departmentAt)
  const sets = await rowsOfValues(copy, slice, values)
  for (const [mask, filters] of through.entries()) {
    if (!filters.includes(0)) continue
    for (const row of pickRows(sets, mask, activities)) {
      const list = ((departmentOf[row] ?? 0) - departments.first) * things
      const more = personsOf[sumsOf[row] ?? 0] ?? 0
      for (const column of profiles) {
        const to = list + (column[row] ?? 0)
        persons[to] = (persons[to] ?? 0) + more
      }
    }
  }
  return persons
}

function addPersons(
  to: Map<FacetValue, Float64Array>,
  texts: Combinations,
  { things, departments, profiles }: MonthSlice,
  persons: Int32Array,
): void {
  for (const [place, department] of departments.all.entries()) {
    // What counts in no department.
    if (department === 0) continue
    for (const { first, all } of profiles)
      for (const [index, code] of all.entries()) {
        const more = persons[place * things + first + index] ?? 0
        if (more === 0) continue
        for (const value of texts.valuesAt(code)) {
          const own = to.get(value) ?? new Float64Array(departmentCodes.length)
          to.set(value, own)
          own[department - 1] = (own[department - 1] ?? 0) + more
        }
      }
  }
}
