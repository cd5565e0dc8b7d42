import type { FacetValue } from '../report/search/facets.ts'
import type { MonthNumber, Months } from '../statistics/month-number.ts'
import { hiddenCells } from '../statistics/small-counts.ts'
import {
  isToldBetween,
  tellingPoints,
  type MonthSeries,
  type TellingPoints,
} from '../statistics/telling-points.ts'

/** Persons by month of one thing, as a filter asks for it, and as those with fewer values do. */
export interface FilteredSeries {
  readonly asked: MonthSeries
  readonly around: readonly MonthSeries[]
}

/**
 * Where a series may begin and end for the State: for itself, for those whom its filter leaves out, and for those of a
 * larger whole who aren't in it.
 *
 * @param whole of which everybody knows the months; undefined where there is none
 */
export function stateTellingPoints(
  { asked, around }: FilteredSeries,
  whole: MonthSeries | undefined,
  first: MonthNumber,
): TellingPoints {
  const others = [...around, ...(whole ? [whole] : [])].map((other) => lessOf(other, asked))
  return tellingPoints([asked, ...others], first)
}

function lessOf(one: MonthSeries, other: MonthSeries): MonthSeries {
  const less = new Float64Array(one.length)
  for (let month = 0; month < less.length; month += 1) less[month] = (one[month] ?? 0) - (other[month] ?? 0)
  return less
}

/** What some months come to. */
export function sumBetween(series: MonthSeries, first: MonthNumber, { from, to }: Months): number {
  let sum = 0
  for (let month = Math.max(from - first, 0); month < Math.min(to - first, series.length); month += 1)
    sum += series[month] ?? 0
  return sum
}

/**
 * The departments of which nothing is told of some months, by their places: by what other months tell of them, and so
 * that what the others leave of the nation tells of nobody.
 */
export function untoldDepartments(
  departments: readonly { readonly persons: MonthSeries; readonly points: TellingPoints }[],
  first: MonthNumber,
  months: Months,
): ReadonlySet<number> {
  const untold = [...departments.keys()].filter((place) => {
    const department = departments[place]
    return department !== undefined && !isToldBetween(department.points, first, months)
  })
  return hiddenCells(
    departments.map(({ persons }) => sumBetween(persons, first, months)),
    new Set(untold),
  )
}

/** The values that aren't told of some months, by what other months tell of them. */
export function untoldValues(
  values: ReadonlyMap<FacetValue, FilteredSeries>,
  total: MonthSeries,
  first: MonthNumber,
  months: Months,
): Set<FacetValue> {
  return new Set(
    [...values].flatMap(([value, series]) =>
      isToldBetween(stateTellingPoints(series, total, first), first, months) ? [] : [value],
    ),
  )
}
