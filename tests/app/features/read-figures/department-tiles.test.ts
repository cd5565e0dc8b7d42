import { expect, test } from 'vitest'
import { departmentCodes } from '../../../../src/domain/territory/departments.ts'
import { departmentTiles } from '../../../../src/app/features/read-figures/state/department-tiles.ts'
import { shadeOf, shadesOf } from '../../../../src/app/features/read-figures/state/shades.ts'

test('every department where people live has one tile, where no other one is', () => {
  // The Terres australes have no inhabitants, and neither has Clipperton.
  const inhabited = departmentCodes.filter((code) => code !== '984' && code !== '989')
  expect(departmentTiles.map(({ code }) => code).toSorted()).toEqual(inhabited)
  expect(new Set(departmentTiles.map(({ row, column }) => `${row} ${column}`)).size).toBe(inhabited.length)
})

test('shades part territories evenly, and none is of nothing', () => {
  const shades = shadesOf([0, 0, 5, 6, 10, 20, 30, 40, 80, 100])
  expect(shades).toEqual([5, 10, 30, 80])
  expect([0, 5, 9, 10, 79, 100].map((count) => shadeOf(count, shades))).toEqual([0, 1, 1, 2, 3, 4])
  expect(shadesOf([0, 0])).toEqual([])
  expect(shadesOf([7, 7, 7])).toEqual([7])
})
