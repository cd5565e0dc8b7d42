import {
  suppressTable,
  type SeriesCounts,
  type SuppressedTable,
  type Window,
} from '../statistics/suppress-table.ts'
import { regionOf } from '../territory/regions-of-departments.ts'
import { additions, dimensions, unknownValue, type Dimension } from './dimensions.ts'
import type { BreakdownRow, TotalsRow } from './rows.ts'
import type { DepartmentYear, PeriodTotals } from './year-counts.ts'

/** What is published of a year: rows whose periods never overlap, so that they add up to what is told. */
export interface PublishedYear {
  readonly totals: readonly TotalsRow[]
  readonly breakdowns: readonly BreakdownRow[]
}

/** Hides what is small in a whole year, in every table that is made of it (docs/domain.md, "Small counts"). */
export function publishedYear(year: number, departments: readonly DepartmentYear[]): PublishedYear {
  const regions = departments.map(({ department }) => regionOf(department))
  const totals = suppressTable({
    regions,
    addsUp: false,
    series: departments.map((one) => [personsOf(one)]),
  })
  const told: Told = { year, departments, regions, totals }
  return {
    totals: departments.flatMap((one, at) => totalsRows(year, one, windowsAt(totals, at, 0))),
    breakdowns: dimensions.flatMap((dimension) => breakdownRows(told, dimension)),
  }
}

interface Told {
  readonly year: number
  readonly departments: readonly DepartmentYear[]
  readonly regions: readonly string[]
  readonly totals: SuppressedTable
}

/** People rather than accompaniments: those of a department are never more. */
function personsOf({ months, quarters, year }: DepartmentYear): SeriesCounts {
  const people = ({ beneficiaries }: PeriodTotals) => beneficiaries
  return { months: months.map(people), quarters: quarters.map(people), year: people(year) }
}

function totalsRows(year: number, one: DepartmentYear, windows: readonly Window[]): TotalsRow[] {
  return toldPeriods(year, windows).map(({ period, window, at }) => ({
    department: one.department,
    period,
    ...(totalsAt(one, window, at) ?? nothingTold),
  }))
}

const nothingTold = { activities: null, accompaniments: null, minutes: null, beneficiaries: null }

function totalsAt({ months, quarters, year }: DepartmentYear, window: Window, at: number) {
  switch (window) {
    case 'month':
      return months[at]
    case 'quarter':
      return quarters[at]
    case 'year':
      return year
    case 'none':
      return undefined
  }
}

function breakdownRows({ year, departments, regions, totals }: Told, dimension: Dimension): BreakdownRow[] {
  const series = departments.map((one) => seriesOf(one, dimension))
  const values = [...new Set(series.flatMap((own) => [...own.keys()]))].sort()
  const isBrokenDown = (department: number) => isToldByMonth(windowsAt(totals, department, 0))
  const table = suppressTable({
    regions,
    addsUp: additions[dimension] !== 'freely',
    series: series.map((own) => values.map((value) => countsOf(own.get(value) ?? noMonths))),
    ceiling: ({ department, month }) => departments[department]?.months[month]?.accompaniments ?? 0,
    isBrokenDown,
  })
  return departments.flatMap(({ department }, at) =>
    values.flatMap((value, which) => {
      const months = series[at]?.get(value)
      // Of so few people that their totals are hidden, not even which values there are: it would be a profile.
      if (!months || !isBrokenDown(at)) return []
      return toldPeriods(year, windowsAt(table, at, which)).map(({ period, window, at: place }) => ({
        department,
        period,
        dimension,
        value,
        accompaniments: accompanimentsAt(countsOf(months), window, place),
      }))
    }),
  )
}

function accompanimentsAt({ months, quarters, year }: SeriesCounts, window: Window, at: number) {
  switch (window) {
    case 'month':
      return months[at] ?? 0
    case 'quarter':
      return quarters[at] ?? 0
    case 'year':
      return year
    case 'none':
      return null
  }
}

/** Values that a department has in the year. Where each accompaniment has one, so have those of which none is known. */
function seriesOf({ values, months }: DepartmentYear, dimension: Dimension): Map<string, readonly number[]> {
  const own = new Map(values.get(dimension) ?? [])
  if (additions[dimension] === 'once') {
    const rest = months.map(({ accompaniments }, month) =>
      [...own.values()].reduce((left, counts) => left - (counts[month] ?? 0), accompaniments),
    )
    if (rest.some((count) => count > 0)) own.set(unknownValue, rest)
  }
  return own
}

const noMonths: readonly number[] = Array.from({ length: 12 }, () => 0)

function countsOf(months: readonly number[]): SeriesCounts {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return {
    months,
    quarters: [0, 3, 6, 9].map((from) => sum(months.slice(from, from + 3))),
    year: sum(months),
  }
}

function windowsAt({ windows }: SuppressedTable, department: number, value: number): readonly Window[] {
  return windows[department]?.[value] ?? []
}

function isToldByMonth(windows: readonly Window[]): boolean {
  return windows.every((window) => window === 'month')
}

interface ToldPeriod {
  /** As files write it. */
  readonly period: string
  readonly window: Window
  /** Which month, or quarter, of the year. */
  readonly at: number
}

/** The periods that a series is told by, in their order, from the windows of its quarters. */
function toldPeriods(year: number, windows: readonly Window[]): ToldPeriod[] {
  const whole = windows.find((window) => window === 'year' || window === 'none')
  if (whole) return [{ period: String(year), window: whole, at: 0 }]
  return windows.flatMap((window, quarter): ToldPeriod[] =>
    window === 'quarter'
      ? [{ period: `${year}-T${quarter + 1}`, window, at: quarter }]
      : [0, 1, 2].map((month) => ({
          period: `${year}-${String(3 * quarter + month + 1).padStart(2, '0')}`,
          window,
          at: 3 * quarter + month,
        })),
  )
}
