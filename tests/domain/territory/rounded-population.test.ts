import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundedPopulation } from '../../../src/domain/territory/rounded-population.ts'

const anyPopulation = fc.integer({ min: 0, max: 3_000_000 })

test('a rounded population stays the same when rounded again', () => {
  fc.assert(
    fc.property(anyPopulation, (population) => {
      const rounded = roundedPopulation(population)
      expect(roundedPopulation(rounded)).toBe(rounded)
    }),
  )
})

test('a rounded population is within a tenth, or one inhabitant', () => {
  fc.assert(
    fc.property(anyPopulation, (population) => {
      const off = Math.abs(roundedPopulation(population) - population)
      expect(off).toBeLessThanOrEqual(Math.max(1, population * 0.1))
    }),
  )
})

test('rounding keeps the order of populations, and nobody is nobody', () => {
  fc.assert(
    fc.property(anyPopulation, anyPopulation, (a, b) => {
      const [fewer, more] = a < b ? [a, b] : [b, a]
      expect(roundedPopulation(fewer)).toBeLessThanOrEqual(roundedPopulation(more))
    }),
  )
  expect([0, 1, 2, 3].map(roundedPopulation)).toEqual([0, 1, 2, 3])
})
