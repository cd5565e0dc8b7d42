import type { DuckDBValue } from '@duckdb/node-api'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import { monthNumber, type MonthNumber, type Months } from '../../domain/statistics/month-number.ts'
import { departmentCodes, type DepartmentCode } from '../../domain/territory/departments.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'
import { profileNames } from './copied-activity.ts'
import { departmentNumber } from './department-number.ts'
import { maskIn, masksThrough, masksThroughAny, type FilterVariants } from './filter-variants.ts'
import { numberIn } from './number-in.ts'

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

const totalColumns = {
  activities: 'count(*)',
  accompaniments: 'sum(accompaniments)',
  minutes: 'sum(minutes)',
  minutesOfPeople: 'sum(minutes) filter (of_people)',
  eventParticipants: 'sum(participants)',
  anonymous: 'sum(anonymous)',
  newAnonymous: 'sum(anonymous - already)',
}
const summed = ['accompaniments', 'minutes', 'participants', 'anonymous', 'already']
const valueColumns = {
  activities: totalColumns.activities,
  accompaniments: totalColumns.accompaniments,
  minutes: totalColumns.minutes,
}
const departmentColumns = {
  activities: totalColumns.activities,
  accompaniments: totalColumns.accompaniments,
}

/** A number for each month, by what it is of. */
export type ByMonth<C extends string> = Readonly<Record<C, Float64Array>>
export type MonthTotals = ByMonth<keyof typeof totalColumns>
export type MonthWeights = ByMonth<keyof typeof valueColumns>
export type MonthCounts = ByMonth<keyof typeof departmentColumns>

/** What each month comes to, by each of the filters. */
export async function askMonthTotals(copy: ColumnarCopy, question: MonthsQuestion): Promise<MonthTotals[]> {
  const months = monthsIn(question)
  const totals = question.variants.filters.map(() => noMonths(totalColumns, months))
  const rows = await rowsOf(
    copy.reader,
    `select mask, month, ${doubles(totalColumns)} from (${masked(copy, question, ['month', 'of_people', ...summed])}) group by mask, month`,
  )
  for (const [mask, month, ...sums] of rows)
    for (const filter of throughOf(question, mask)) {
      const sum = totals[filter]
      if (sum) addMonth(sum, numberIn(month) - question.first, sums)
    }
  return totals
}

/** What each month's activities are broken down by, by each of the filters. */
export async function askMonthValues(
  copy: ColumnarCopy,
  question: MonthsQuestion,
): Promise<Map<FacetValue, MonthWeights>[]> {
  const months = monthsIn(question)
  const weights = question.variants.filters.map(() => new Map<FacetValue, MonthWeights>())
  // Grouped by profiles first, which are few, and only then by the values that each of them has.
  const rows = await rowsOf(
    copy.reader,
    `with picked as materialized (${masked(copy, question, ['month', 'accompaniments', 'minutes', ...profileNames])}),
      grouped as (${byProfile('mask, month', named(valueColumns))})
    select mask, month, value, ${doubles(resummed(valueColumns))}
    from grouped join profile_value using (profile) group by mask, month, value`,
  )
  for (const [mask, month, code, ...sums] of rows) {
    const [value] = copy.combinations.valuesAt(numberIn(code))
    if (value === undefined) continue
    for (const filter of throughOf(question, mask)) {
      const own = weights[filter]
      if (!own) continue
      const weight = own.get(value) ?? noMonths(valueColumns, months)
      own.set(value, weight)
      addMonth(weight, numberIn(month) - question.first, sums)
    }
  }
  return weights
}

/** Of each department by its number, and of everywhere. */
export interface DepartmentMonths {
  readonly departments: readonly MonthCounts[]
  readonly nation: MonthCounts
}

/** What each month comes to in each department, by each of the filters. */
export async function askMonthDepartments(
  copy: ColumnarCopy,
  asked: Omit<MonthsQuestion, 'department'>,
): Promise<DepartmentMonths[]> {
  const question = { ...asked, department: undefined }
  const months = monthsIn(question)
  const counts = question.variants.filters.map(() => ({
    departments: departmentCodes.map(() => noMonths(departmentColumns, months)),
    nation: noMonths(departmentColumns, months),
  }))
  const rows = await rowsOf(
    copy.reader,
    `select mask, month, department, ${doubles(departmentColumns)} from (${masked(copy, question, ['month', 'department', 'accompaniments'])})
    group by mask, month, department`,
  )
  for (const [mask, month, number, ...sums] of rows)
    for (const filter of throughOf(question, mask)) {
      const { departments, nation } = counts[filter] ?? {}
      // What counts in no department counts in the nation.
      for (const of of [departments?.[numberIn(number)], nation])
        if (of) addMonth(of, numberIn(month) - question.first, sums)
    }
  return counts
}

/** The accompaniments of each value in each department over some months, by the filter that is asked for. */
export async function askDepartmentValues(
  copy: ColumnarCopy,
  asked: Omit<MonthsQuestion, 'department'>,
  months: Months,
): Promise<Map<FacetValue, Float64Array>> {
  const question = { ...asked, department: undefined }
  const persons = new Map<FacetValue, Float64Array>()
  const rows = await rowsOf(
    copy.reader,
    `with picked as materialized (${masked(copy, question, ['department', 'accompaniments', ...profileNames], ` and a.department >= 0${during(months)}`)}
        and mask in (${masksThrough(question.variants, 0)})),
      grouped as (${byProfile('department', 'sum(accompaniments) as persons')})
    select department, value, sum(persons)::DOUBLE from grouped join profile_value using (profile) group by department, value`,
  )
  for (const [department, code, count] of rows) {
    const [value] = copy.combinations.valuesAt(numberIn(code))
    if (value === undefined) continue
    const own = persons.get(value) ?? new Float64Array(departmentCodes.length)
    persons.set(value, own)
    own[numberIn(department)] = numberIn(count)
  }
  return persons
}

/** How many activities were filed after so many days, over some months, by the filter that is asked for. */
export async function askDelays(
  copy: ColumnarCopy,
  question: MonthsQuestion,
  months: Months,
): Promise<Map<number, number>> {
  const rows = await rowsOf(
    copy.reader,
    `select delay, count(*) from (${masked(copy, question, ['delay'], ` and a.delay is not null${during(months)}`)})
    where mask in (${masksThrough(question.variants, 0)}) group by delay`,
  )
  return new Map(rows.map(([delay, count]) => [numberIn(delay), numberIn(count)]))
}

/** The activities that any of the filters lets through, each with its mask and some of its columns. */
function masked(
  copy: ColumnarCopy,
  { variants, today, department, only }: MonthsQuestion,
  columns: readonly string[],
  more = '',
): string {
  const { mask, joins } = maskIn(copy, variants)
  const conditions = [
    `a.day <= DATE '${today}'${more}`,
    ...(department === undefined ? [] : [`a.department = ${departmentNumber(department)}`]),
    ...(only === undefined ? [] : [`a.month in (${only.join(', ')})`]),
  ].join(' and ')
  return `select * from (select ${mask} as mask, ${columns.map((name) => `a."${name}"`).join(', ')}
    from activity a${joins} where ${conditions}) where mask in (${masksThroughAny(variants)})`
}

/** The picked activities by each profile of theirs, all profiles in one list. */
function byProfile(groups: string, sums: string): string {
  return profileNames
    .map(
      (name) => `select ${groups}, "${name}" as profile, ${sums} from picked group by ${groups}, "${name}"`,
    )
    .join(' union all ')
}

function during({ from, to }: Months): string {
  return ` and a.month >= ${from} and a.month < ${to}`
}

function throughOf({ variants }: MonthsQuestion, mask: DuckDBValue | undefined): readonly number[] {
  return variants.through[numberIn(mask)] ?? []
}

function monthsIn({ first, today }: MonthsQuestion): number {
  return monthNumber(today) + 1 - first
}

function noMonths<C extends string>(columns: Readonly<Record<C, string>>, months: number): ByMonth<C> {
  // One for each of the columns.
  return Object.fromEntries(
    Object.keys(columns).map((name) => [name, new Float64Array(months)]),
  ) as ByMonth<C>
}

/** @param sums one for each of the columns, in their order */
function addMonth(to: ByMonth<string>, month: number, sums: readonly DuckDBValue[]): void {
  for (const [place, column] of Object.values(to).entries())
    column[month] = (column[month] ?? 0) + numberIn(sums[place])
}

type Columns = Readonly<Record<string, string>>

function doubles(columns: Columns): string {
  return Object.values(columns)
    .map((sum) => `(${sum})::DOUBLE`)
    .join(', ')
}

function named(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, sum]) => `${sum} as ${name}`)
    .join(', ')
}

function resummed(columns: Columns): Columns {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, `sum(${name})`]))
}
