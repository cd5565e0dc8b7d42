import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenCells, isSmall } from '../../../src/domain/statistics/small-counts.ts'

const table = fc.array(fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 60 })), { maxLength: 6 })

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** All that the hidden cells may be, for whoever knows the total and the rule: none of them is of nobody. */
function possibilities(cells: number, left: number): number[][] {
  if (cells === 0) return left === 0 ? [[]] : []
  return Array.from({ length: Math.max(0, left) }, (_, index) => index + 1).flatMap((first) =>
    possibilities(cells - 1, left - first).map((rest) => [first, ...rest]),
  )
}

test('small counts are hidden, and none but as many others as that takes', () => {
  expect([...hiddenCells([12, 3, 40, 2])]).toEqual([1, 3])
  expect([...hiddenCells([12, 3, 40])]).toEqual([1, 0])
  expect([...hiddenCells([12, 1, 1, 40])]).toEqual([1, 2, 0])
  expect([...hiddenCells([12, 4, 4, 40])]).toEqual([1, 2, 0])
  expect([...hiddenCells([12, 5, 0])]).toEqual([])
  // Together they would be three persons, whom anybody finds as what is left.
  expect([...hiddenCells([12, 1, 2, 40])]).toEqual([1, 2, 0])
  // Another table has it hidden: alone it would be found here.
  expect([...hiddenCells([12, 6, 40], new Set([1]))]).toEqual([1, 0])
})

test('whoever subtracts what is shown from the total finds no small count', () => {
  fc.assert(
    fc.property(table, (persons) => {
      const hidden = [...hiddenCells(persons)]
      expect(persons.filter((count, place) => isSmall(count) && !hidden.includes(place))).toEqual([])
      const there = persons.filter((count) => count > 0)
      // Of a table with nothing else in it the total is small too, or tells of one cell only: then it is hidden itself.
      if (hidden.length === 0 || hidden.length === there.length) return
      const left = sum(hidden.map((place) => persons[place] ?? 0))
      expect(isSmall(left)).toBe(false)
      const all = possibilities(Math.min(hidden.length, 4), Math.min(left, 40))
      for (const [at, place] of hidden.slice(0, 4).entries()) {
        if (!isSmall(persons[place] ?? 0) || hidden.length > 4 || left > 40) continue
        expect(new Set(all.map((one) => one[at])).size).toBeGreaterThan(1)
      }
    }),
    { numRuns: 300 },
  )
})
