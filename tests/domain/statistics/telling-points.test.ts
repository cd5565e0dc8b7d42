import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSmall } from '../../../src/domain/statistics/small-counts.ts'
import { isToldBetween, tellingPoints } from '../../../src/domain/statistics/telling-points.ts'

const january = 2026 * 12

const months = fc.array(fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 40 }), fc.constant(0)), {
  minLength: 1,
  maxLength: 40,
})

interface Told {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** What every period that is told comes to, of one of the series. */
function toldOf(series: readonly (readonly number[])[], which: readonly number[], first: number): Told[] {
  const points = tellingPoints(series, first)
  const told: Told[] = []
  for (let from = 0; from < which.length; from += 1)
    for (let to = from + 1; to <= which.length; to += 1)
      if (isToldBetween(points, first, { from: first + from, to: first + to }))
        told.push({ from, to, count: which.slice(from, to).reduce((sum, count) => sum + count, 0) })
  return told
}

test('no period that is told is of one to four persons, nor one less another that lies in it', () => {
  let differences = 0
  fc.assert(
    fc.property(fc.array(months, { minLength: 1, maxLength: 3 }), fc.nat({ max: 11 }), (lists, late) => {
      const length = Math.min(...lists.map((list) => list.length))
      const series = lists.map((list) => list.slice(0, length))
      for (const which of series) {
        const told = toldOf(series, which, january + late)
        for (const whole of told) {
          expect(isSmall(whole.count)).toBe(false)
          for (const part of told.filter(({ from, to }) => from >= whole.from && to <= whole.to)) {
            expect(isSmall(whole.count - part.count)).toBe(false)
            differences += whole.count > part.count ? 1 : 0
          }
        }
      }
    }),
    { numRuns: 100 },
  )
  // There was something to find.
  expect(differences).toBeGreaterThan(1000)
})

test('a series that is never small is told of any months', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 40 }), (series) => {
      expect(tellingPoints([series], january)).toEqual(Array.from({ length: series.length + 1 }, () => true))
    }),
  )
})

test('a year comes before a quarter, and a quarter before a month', () => {
  //              2026: jan f m a m j j a s o n d  2027: jan
  const perMonth = [[3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 9]]
  const points = tellingPoints(perMonth, january).flatMap((isTold, point) => (isTold ? [point] : []))
  expect(points).toEqual([0, 3, 6, 9, 12, 13])
})

test('what would cut off a few is told with what comes before it', () => {
  expect(tellingPoints([[20, 2, 20]], january)).toEqual([true, true, false, true])
  expect(tellingPoints([[20, 20, 2]], january)).toEqual([true, true, true, false])
  expect(tellingPoints([[20, 0, 20]], january)).toEqual([true, true, true, true])
  expect(tellingPoints([[2, 1]], january)).toEqual([true, false, false])
})

test('a month of five and more in every series parts what is before it from what is after it (decision 016)', () => {
  fc.assert(
    fc.property(
      fc.array(months, { minLength: 1, maxLength: 3 }),
      fc.nat({ max: 11 }),
      fc.nat({ max: 39 }),
      (lists, late, anywhere) => {
        const length = Math.min(...lists.map((list) => list.length))
        const full = anywhere % length
        const series = lists.map((list) => list.slice(0, length).with(full, 5 + (list[full] ?? 0)))
        const all = tellingPoints(series, january + late)
        const before = series.map((each) => each.slice(0, full + 1))
        const after = series.map((each) => each.slice(full))
        expect(tellingPoints(before, january + late).slice(0, full + 1)).toEqual(all.slice(0, full + 1))
        expect(tellingPoints(after, january + late + full).slice(1)).toEqual(all.slice(full + 1))
      },
    ),
    { numRuns: 500 },
  )
})
