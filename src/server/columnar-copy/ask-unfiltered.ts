import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { BeneficiaryFigures } from '../../domain/statistics/beneficiary-figures.ts'
import { monthNumber, monthsOf, type MonthNumber } from '../../domain/statistics/month-number.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { askMonths, type ByMonth, type DepartmentMonths } from './ask-months.ts'
import { askPeopleVariants, type PeopleQuestion } from './ask-people-variants.ts'
import type { ColumnarCopy } from './columnar-copy.ts'
import { unfiltered } from './filter-variants.ts'
import { writesOf, type Writes } from './month-writes.ts'
import type { UnfilteredMonths } from './unfiltered-counts.ts'

export interface UnfilteredQuestion {
  readonly first: MonthNumber
  readonly today: CalendarDay
  readonly department: DepartmentCode | undefined
}

/** All activities of a territory by month: of what was counted before, only the months that were written since. */
export async function askUnfilteredMonths(
  copy: ColumnarCopy,
  asked: UnfilteredQuestion,
): Promise<UnfilteredMonths> {
  const { first, today, department } = asked
  const key = `${first} ${today} ${department}`
  const writes = await writesOf(copy)
  const known = copy.counted.months(key)
  const all = Array.from({ length: monthNumber(today) + 1 - first }, (_, place) => first + place)
  const only = all.filter((month) => !known || known.writes.get(month) !== writes.get(month))
  if (known && only.length === 0) return known.value
  const question = { ...asked, variants: unfiltered, only }
  const { filters, delays } = await askMonths(copy, question)
  const [counted] = filters
  if (!counted) throw new Error('A question has an answer to each of its filters')
  const fresh = { ...counted, delays }
  const value = known
    ? merged(
        known.value,
        fresh,
        only.map((month) => month - first),
      )
    : fresh
  copy.counted.keepMonths(key, { writes, value })
  return value
}

/** Who was helped in a territory and a period, by anything: counted again where one of its months was written since. */
export async function askUnfilteredPeople(
  copy: ColumnarCopy,
  asked: Omit<PeopleQuestion, 'variants' | 'anonymous'> & {
    readonly anonymous: PeopleQuestion['anonymous'][number]
  },
): Promise<BeneficiaryFigures> {
  const { period, department, traits, anonymous } = asked
  const key = `${period.from} ${period.to} ${department} ${traits.join(' ')}`
  const writes = await writesOf(copy)
  const known = copy.counted.people(key)
  if (known && areSame(known.writes, writes, period)) return known.value
  const [value] = await askPeopleVariants(copy, { ...asked, variants: unfiltered, anonymous: [anonymous] })
  if (!value) throw new Error('A question has an answer to each of its filters')
  copy.counted.keepPeople(key, { writes, value })
  return value
}

function areSame(one: Writes, other: Writes, period: Period): boolean {
  const { from, to } = monthsOf(period)
  for (let month = from; month < to; month += 1) if (one.get(month) !== other.get(month)) return false
  return true
}

/** What was known, but for the months at some places. */
function merged(
  known: UnfilteredMonths,
  fresh: UnfilteredMonths,
  places: readonly number[],
): UnfilteredMonths {
  const values = new Map(known.values)
  for (const [value, weights] of fresh.values) if (!values.has(value)) values.set(value, emptied(weights))
  for (const [value, weights] of values)
    values.set(value, mergedMonths(weights, fresh.values.get(value), places))
  return {
    totals: mergedMonths(known.totals, fresh.totals, places),
    values,
    departments: mergedDepartments(known.departments, fresh.departments, places),
    delays: known.delays.map((own, place) => (places.includes(place) ? (fresh.delays[place] ?? own) : own)),
  }
}

function mergedDepartments(
  known: DepartmentMonths,
  fresh: DepartmentMonths,
  places: readonly number[],
): DepartmentMonths {
  return {
    departments: known.departments.map((own, number) => mergedMonths(own, fresh.departments[number], places)),
    nation: mergedMonths(known.nation, fresh.nation, places),
  }
}

/** @param fresh undefined where there is nothing any more */
function mergedMonths<C extends string>(
  known: ByMonth<C>,
  fresh: ByMonth<C> | undefined,
  places: readonly number[],
): ByMonth<C> {
  return mapped(known, (column, name) => {
    const copied = column.slice()
    for (const place of places) copied[place] = fresh?.[name][place] ?? 0
    return copied
  })
}

function emptied<C extends string>(months: ByMonth<C>): ByMonth<C> {
  return mapped(months, (column) => new Float64Array(column.length))
}

function mapped<C extends string>(
  months: ByMonth<C>,
  of: (column: Float64Array, name: C) => Float64Array,
): ByMonth<C> {
  // The same columns as before.
  const columns = Object.entries(months) as [C, Float64Array][]
  return Object.fromEntries(columns.map(([name, column]) => [name, of(column, name)])) as ByMonth<C>
}
