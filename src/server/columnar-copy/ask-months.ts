import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import { eachMonth, monthNumber, type MonthNumber } from '../../domain/statistics/month-number.ts'
import { departmentCodes, type DepartmentCode } from '../../domain/territory/departments.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'
import type { CopiedValue } from './copied-activity.ts'
import { sumsOfThing } from './count-rows.ts'
import { askedDepartment } from './department-number.ts'
import type { FilterVariants } from './filter-variants.ts'
import { countMonth, totalNames, type CountedMonth, type TotalName } from './counted-month.ts'
import type { MonthSlice } from './month-slice.ts'
import { singleOf } from './month-singles.ts'
import { slicesOf } from './month-slices.ts'

/** A question of every month up to today, by a filter and those with fewer values at once. */
export interface MonthsQuestion {
  readonly variants: FilterVariants
  /** The first month of all. */
  readonly first: MonthNumber
  readonly today: CalendarDay
  /** Undefined for the nation. */
  readonly department: DepartmentCode | undefined
}

/** The month that the copy's first activity is in; this one's where there is none. */
export async function firstMonthCopied({ reader }: ColumnarCopy, today: CalendarDay): Promise<MonthNumber> {
  const [row] = await rowsOf(reader, 'select min(month) from activity')
  const first = row?.[0]
  return Math.min(first === null || first === undefined ? Infinity : Number(first), monthNumber(today))
}

const valueColumns = ['activities', 'accompaniments', 'minutes'] as const
const departmentColumns = ['activities', 'accompaniments'] as const

/** A number for each month, by what it is of. */
export type ByMonth<C extends string> = Readonly<Record<C, Float64Array>>
export type MonthTotals = ByMonth<TotalName>
export type MonthWeights = ByMonth<(typeof valueColumns)[number]>
export type MonthCounts = ByMonth<(typeof departmentColumns)[number]>

/** Of each department by its number, and of everywhere. */
export interface DepartmentMonths {
  readonly departments: readonly MonthCounts[]
  readonly nation: MonthCounts
}

/** What each month comes to by one of the filters. */
export interface FilteredMonths {
  readonly totals: MonthTotals
  readonly values: ReadonlyMap<FacetValue, MonthWeights>
  readonly departments: DepartmentMonths
}

export interface AskedMonths {
  /** By each of the filters. */
  readonly filters: readonly FilteredMonths[]
  /** Of each month, how many activities were filed after so many days: by the filter that is asked for. */
  readonly delays: readonly ReadonlyMap<number, number>[]
}

/** What each month comes to by each of the filters: every activity is looked at once, unless that is known already. */
export async function askMonths(copy: ColumnarCopy, question: MonthsQuestion): Promise<AskedMonths> {
  const { variants, first, today, department } = question
  const length = monthNumber(today) + 1 - first
  const filters = variants.filters.map(() => ({
    totals: noMonths(totalNames, length),
    values: new Map<FacetValue, MonthWeights>(),
    departments: {
      departments: departmentCodes.map(() => noMonths(departmentColumns, length)),
      nation: noMonths(departmentColumns, length),
    },
  }))
  const delays: ReadonlyMap<number, number>[] = []
  const there = askedDepartment(department)
  const slices = [...(await slicesOf(copy, eachMonth({ from: first, to: first + length }), today)).values()]
  const counted = await Promise.all(slices.map((slice) => countsOf(copy, slice, variants, there)))
  for (const [place, ofMonth] of counted.entries())
    for (const [filter, counts] of ofMonth.entries()) {
      const to = filters[filter]
      if (!to) continue
      for (const name of totalNames) to.totals[name][place] = counts.totals[name]
      setValues(to.values, { place, length }, copy.profiles.allValues(), counts)
      setDepartments(to.departments, place, counts)
      if (filter === 0) delays[place] = counts.delays
    }
  return { filters, delays }
}

/** By each of the filters: those that aren't known of the slice are counted together. */
async function countsOf(
  copy: ColumnarCopy,
  slice: MonthSlice,
  variants: FilterVariants,
  there: number | undefined,
): Promise<CountedMonth[]> {
  const known = variants.filters.map((filter) => knownOf(copy, slice, filter, there))
  const isMissing = (filter: number) => known[filter] === undefined
  if (!known.some((_, filter) => isMissing(filter))) return known.flatMap((counts) => counts ?? [])
  const through = variants.through.map((filters) => filters.filter(isMissing))
  const fresh = await countMonth(copy, slice, { ...variants, through }, there)
  for (const [filter, counts] of fresh.entries())
    if (isMissing(filter)) slice.counted.keep(variants.filters[filter] ?? [], there, counts)
  return fresh.map((counts, filter) => known[filter] ?? counts)
}

function knownOf(
  { profiles }: ColumnarCopy,
  slice: MonthSlice,
  filter: readonly CopiedValue[],
  there: number | undefined,
): CountedMonth | undefined {
  const { counted } = slice
  const [only, ...others] = filter
  return there === undefined && only !== undefined && others.length === 0 && counted.singles
    ? singleOf(profiles, slice, counted.singles, only)
    : counted.of(filter, there)
}

function setValues(
  to: Map<FacetValue, MonthWeights>,
  { place, length }: { readonly place: number; readonly length: number },
  all: readonly FacetValue[],
  { values }: CountedMonth,
): void {
  for (const [number, value] of all.entries()) {
    const from = number * sumsOfThing
    // What came to the copy since the month was counted isn't in it.
    if ((values[from] ?? 0) === 0) continue
    const weights = to.get(value) ?? noMonths(valueColumns, length)
    to.set(value, weights)
    for (const [sum, name] of valueColumns.entries()) weights[name][place] = values[from + sum] ?? 0
  }
}

/** What counts in no department counts in the nation. */
function setDepartments(
  { departments, nation }: DepartmentMonths,
  place: number,
  counts: CountedMonth,
): void {
  for (let number = 0; number <= departments.length; number += 1)
    for (const [sum, name] of departmentColumns.entries()) {
      const count = counts.departments[number * 2 + sum] ?? 0
      const own = departments[number - 1]
      if (own) own[name][place] = count
      nation[name][place] = (nation[name][place] ?? 0) + count
    }
}

function noMonths<C extends string>(columns: readonly C[], months: number): ByMonth<C> {
  // One for each of the columns.
  return Object.fromEntries(columns.map((name) => [name, new Float64Array(months)])) as ByMonth<C>
}
