import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import { monthNumber, type MonthNumber } from '../../domain/statistics/month-number.ts'
import { departmentCodes, type DepartmentCode } from '../../domain/territory/departments.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'
import { countSlice, departmentsRoom, type CountedSlice } from './count-slice.ts'
import { departmentNumber } from './department-number.ts'
import type { FilterVariants } from './filter-variants.ts'
import type { MonthSlice } from './month-slice.ts'
import { slicesOf } from './month-slices.ts'

/** A question of every month up to today, by a filter and those with fewer values at once. */
export interface MonthsQuestion {
  readonly variants: FilterVariants
  /** The first month of all. */
  readonly first: MonthNumber
  readonly today: CalendarDay
  /** Undefined for the nation. */
  readonly department: DepartmentCode | undefined
  /** The only months that are asked for; all unless said. */
  readonly only?: readonly MonthNumber[]
}

/** The month that the copy's first activity is in; this one's where there is none. */
export async function firstMonthCopied({ reader }: ColumnarCopy, today: CalendarDay): Promise<MonthNumber> {
  const [row] = await rowsOf(reader, 'select min(month) from activity')
  const first = row?.[0]
  return Math.min(first === null || first === undefined ? Infinity : Number(first), monthNumber(today))
}

const totalColumns = [
  'activities',
  'accompaniments',
  'minutes',
  'minutesOfPeople',
  'eventParticipants',
  'anonymous',
  'newAnonymous',
] as const
const valueColumns = ['activities', 'accompaniments', 'minutes'] as const
const departmentColumns = ['activities', 'accompaniments'] as const

/** A number for each month, by what it is of. */
export type ByMonth<C extends string> = Readonly<Record<C, Float64Array>>
export type MonthTotals = ByMonth<(typeof totalColumns)[number]>
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

/** What each month comes to by each of the filters: every activity is looked at once. */
export async function askMonths(copy: ColumnarCopy, question: MonthsQuestion): Promise<AskedMonths> {
  const { variants, first, today, department, only } = question
  const length = monthNumber(today) + 1 - first
  const months = only ?? Array.from({ length }, (_, place) => first + place)
  const filters = variants.filters.map(() => ({
    totals: noMonths(totalColumns, length),
    values: new Map<FacetValue, MonthWeights>(),
    departments: {
      departments: departmentCodes.map(() => noMonths(departmentColumns, length)),
      nation: noMonths(departmentColumns, length),
    },
  }))
  const delays = Array.from({ length }, () => new Map<number, number>())
  const there = department === undefined ? undefined : departmentNumber(department) + 1
  for (const [month, slice] of await slicesOf(copy, months, today)) {
    const counted = countSlice(copy.profiles, slice, variants, there)
    const place = month - first
    for (let mask = 0; mask < counted.masks; mask += 1)
      for (const filter of variants.through[mask] ?? []) {
        const to = filters[filter]
        if (!to) continue
        addTotals(to.totals, place, slice, counted, mask)
        addValues(to.values, { place, length }, counted, mask)
        addDepartments(to.departments, place, counted, mask)
        if (filter === 0) addDelays(delays[place], slice, counted, mask)
      }
    // Others are answered meanwhile.
    await nextTurn()
  }
  return { filters, delays }
}

function addTotals(
  to: MonthTotals,
  place: number,
  { sums }: MonthSlice,
  { bySums }: CountedSlice,
  mask: number,
): void {
  for (const [sum, one] of sums.entries()) {
    const count = bySums[mask * sums.length + sum] ?? 0
    if (count === 0) continue
    more(to.activities, place, count)
    more(to.accompaniments, place, count * one.accompaniments)
    more(to.minutes, place, count * one.minutes)
    if (one.isOfPeople) more(to.minutesOfPeople, place, count * one.minutes)
    more(to.eventParticipants, place, count * one.participants)
    more(to.anonymous, place, count * one.anonymous)
    more(to.newAnonymous, place, count * (one.anonymous - one.already))
  }
}

function addValues(
  to: Map<FacetValue, MonthWeights>,
  { place, length }: { readonly place: number; readonly length: number },
  { values, byValue }: CountedSlice,
  mask: number,
): void {
  for (const [number, value] of values.entries()) {
    const from = (mask * values.length + number) * 3
    const activities = byValue[from] ?? 0
    if (activities === 0) continue
    const weights = to.get(value) ?? noMonths(valueColumns, length)
    to.set(value, weights)
    more(weights.activities, place, activities)
    more(weights.accompaniments, place, byValue[from + 1] ?? 0)
    more(weights.minutes, place, byValue[from + 2] ?? 0)
  }
}

/** What counts in no department counts in the nation. */
function addDepartments(
  { departments, nation }: DepartmentMonths,
  place: number,
  { byDepartment }: CountedSlice,
  mask: number,
): void {
  for (let number = 0; number <= departments.length; number += 1) {
    const from = (mask * departmentsRoom + number) * 2
    for (const to of [departments[number - 1], nation]) {
      if (!to) continue
      more(to.activities, place, byDepartment[from] ?? 0)
      more(to.accompaniments, place, byDepartment[from + 1] ?? 0)
    }
  }
}

function addDelays(
  to: Map<number, number> | undefined,
  { sums }: MonthSlice,
  { bySums }: CountedSlice,
  mask: number,
): void {
  for (const [sum, { delay }] of sums.entries()) {
    const count = bySums[mask * sums.length + sum] ?? 0
    // What came from a file says nothing of its filing.
    if (count > 0 && delay >= 0) to?.set(delay, (to.get(delay) ?? 0) + count)
  }
}

function more(column: Float64Array, month: number, count: number): void {
  column[month] = (column[month] ?? 0) + count
}

function noMonths<C extends string>(columns: readonly C[], months: number): ByMonth<C> {
  // One for each of the columns.
  return Object.fromEntries(columns.map((name) => [name, new Float64Array(months)])) as ByMonth<C>
}
