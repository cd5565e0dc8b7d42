import type { MonthNumber, Months } from './month-number.ts'
import { isSmall } from './small-counts.ts'

/** Persons of each month, from the first month of all to the last. */
export type MonthSeries = ArrayLike<number>

/** Between which months a series may be cut: by the place of the month that follows, one more than there are at the end. */
export type TellingPoints = readonly boolean[]

/**
 * Where a period may begin and end, so that no two periods of a series differ by one to four persons: each point is
 * followed by none or by five and more up to the next. Januaries come first, then quarters, then months, then now, each
 * from the oldest on: a point is left out where it would cut off so few (domain.md, "Small counts").
 *
 * @param series those that must all hold at once, of the same months: what is told, and what is found by subtracting it
 *   from what is told elsewhere
 * @param first the month that they begin with
 */
export function tellingPoints(series: readonly MonthSeries[], first: MonthNumber): TellingPoints {
  const sums = series.map(sumsOf)
  const end = series[0]?.length ?? 0
  const isTold = Array.from({ length: end + 1 }, (_, point) => point === 0)
  const areFewBetween = (one: number, other: number) =>
    sums.some((sum) => isSmall((sum[other] ?? 0) - (sum[one] ?? 0)))
  const tell = (every: number) => {
    let before = 0
    for (let point = 1; point < end; point += 1) {
      if (!isTold[point] && (first + point) % every === 0) {
        const next = isTold.indexOf(true, point)
        isTold[point] = !areFewBetween(before, point) && (next < 0 || !areFewBetween(point, next))
      }
      if (isTold[point]) before = point
    }
  }
  for (const every of [12, 3, 1]) tell(every)
  if (end > 0) isTold[end] = !areFewBetween(isTold.lastIndexOf(true), end)
  return isTold
}

/** Whether a series is told of some months. */
export function isToldBetween(points: TellingPoints, first: MonthNumber, { from, to }: Months): boolean {
  const at = (month: MonthNumber) => Math.min(Math.max(month - first, 0), points.length - 1)
  return (points[at(from)] ?? true) && (points[at(to)] ?? true)
}

function sumsOf(series: MonthSeries): Float64Array {
  const sums = new Float64Array(series.length + 1)
  for (let month = 0; month < series.length; month += 1)
    sums[month + 1] = (sums[month] ?? 0) + (series[month] ?? 0)
  return sums
}
