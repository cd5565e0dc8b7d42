import type { DuckDBValue } from '@duckdb/node-api'
import { dimensions, type Dimension } from '../../domain/open-data/dimensions.ts'
import { daysOfYear } from '../../domain/open-data/edition.ts'
import type { DepartmentYear, PeriodTotals } from '../../domain/open-data/year-counts.ts'
import { departmentCodes, departmentOf, type DepartmentCode } from '../../domain/territory/departments.ts'
import { rowsOf, type ColumnarCopy } from '../columnar-copy/columnar-copy.ts'
import { valuesOf } from '../columnar-copy/copied-activity.ts'

/** A year of every department that has any activity in it, counted as `computeFigures` counts them; nothing is hidden yet. */
export async function countYear(copy: ColumnarCopy, year: number): Promise<DepartmentYear[]> {
  const question = { copy, year, places: departmentsByCommune(copy) }
  const [months, quarters, [whole]] = await Promise.all([
    countPeriods(question, "date_part('month', a.day) - 1", 12),
    countPeriods(question, "date_part('quarter', a.day) - 1", 4),
    countPeriods(question, '0', 1),
  ])
  const values = new Map<Dimension, ValuesByDepartment>()
  for (const dimension of dimensions) values.set(dimension, await countValues(question, dimension))
  return departmentCodes.flatMap((department) => {
    const total = whole?.get(department)
    if (!total) return []
    const of = (period: ReadonlyMap<DepartmentCode, PeriodTotals>) => period.get(department) ?? nothing
    return {
      department,
      months: months.map(of),
      quarters: quarters.map(of),
      year: total,
      values: new Map([...values].map(([dimension, all]) => [dimension, all.get(department) ?? new Map()])),
    }
  })
}

const nothing: PeriodTotals = { activities: 0, accompaniments: 0, minutes: 0, beneficiaries: 0 }

interface Question {
  readonly copy: ColumnarCopy
  readonly year: number
  /** A table of the numbers of communes, with the department of each. */
  readonly places: string
}

/** Nothing that anybody typed stands in it: codes of departments are those of our own list. */
function departmentsByCommune({ combinations }: ColumnarCopy): string {
  const rows = combinations
    .codesWhere((text) => text.startsWith('commune:'))
    .flatMap((code) => {
      const [commune = ''] = valuesOf(combinations.textOf(code))
      const department = departmentOf(commune.slice('commune:'.length))
      return department === undefined ? [] : [`(${code}, '${department}')`]
    })
  return `(values ${rows.length === 0 ? "(-1, '')" : rows.join(', ')}) p(code, department)`
}

function during(year: number): string {
  const { from, to } = daysOfYear(year)
  return `a.day between DATE '${from}' and DATE '${to}'`
}

type ByPeriod = Map<DepartmentCode, PeriodTotals>[]

/** Totals of each department by the number of a period. @param period that number, as an expression of the activity */
async function countPeriods(
  { copy, year, places }: Question,
  period: string,
  count: number,
): Promise<ByPeriod> {
  const activities = await rowsOf(
    copy.reader,
    `select p.department, ${period} as period, count(*), sum(a.accompaniments), sum(a.minutes), sum(a.anonymous)
    from activity a join ${places} on p.code = a.commune where ${during(year)} group by all`,
  )
  // Distinct people are each scope's own; whoever was erased is one more each time.
  const people = await rowsOf(
    copy.reader,
    `select p.department, ${period} as period,
      count(distinct (m.scope, m.person)) filter (not m.erased) + count(*) filter (m.erased)
    from meeting m join activity a on a.n = m.n join ${places} on p.code = a.commune
    where ${during(year)} group by all`,
  )
  const totals: ByPeriod = Array.from({ length: count }, () => new Map())
  for (const [department, at, number, accompaniments, minutes, anonymous] of activities)
    totals[whole(at)]?.set(codeIn(department), {
      activities: whole(number),
      accompaniments: whole(accompaniments),
      minutes: whole(minutes),
      beneficiaries: whole(anonymous),
    })
  for (const [department, at, named] of people) {
    const found = totals[whole(at)]?.get(codeIn(department))
    if (found)
      totals[whole(at)]?.set(codeIn(department), {
        ...found,
        beneficiaries: found.beneficiaries + whole(named),
      })
  }
  return totals
}

type ValuesByDepartment = Map<DepartmentCode, Map<string, number[]>>

async function countValues(
  { copy, year, places }: Question,
  dimension: Dimension,
): Promise<ValuesByDepartment> {
  const rows = await rowsOf(
    copy.reader,
    `select p.department, date_part('month', a.day) - 1, a."${dimension}", sum(a.accompaniments)
    from activity a join ${places} on p.code = a.commune
    where a.accompaniments > 0 and ${during(year)} group by all`,
  )
  const values: ValuesByDepartment = new Map()
  for (const [place, month, code, accompaniments] of rows) {
    const department = codeIn(place)
    const own = values.get(department) ?? new Map<string, number[]>()
    values.set(department, own)
    for (const value of valuesOf(copy.combinations.textOf(whole(code)))) {
      const name = value.slice(dimension.length + 1)
      const months = own.get(name) ?? Array.from({ length: 12 }, () => 0)
      own.set(name, months)
      months[whole(month)] = (months[whole(month)] ?? 0) + whole(accompaniments)
    }
  }
  return values
}

/** Counts and sums come as whole numbers of any size; a sum of nothing is none. */
function whole(value: DuckDBValue | undefined): number {
  return value === undefined || value === null ? 0 : Number(value)
}

/** Only codes of departments were written into the question. */
function codeIn(value: DuckDBValue | undefined): DepartmentCode {
  return String(value) as DepartmentCode
}
