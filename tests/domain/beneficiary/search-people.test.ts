import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { areNear, likenessOf } from '../../../src/domain/beneficiary/search-people.ts'

/** The distance by its definition, without any short cut: what the quick one is held to. */
function distance(a: string, b: string): number {
  const [x, y] = [a.at(-1), b.at(-1)]
  if (x === undefined || y === undefined) return Math.max(a.length, b.length)
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)]
  const isSwap = a.length > 1 && b.length > 1 && x === b.at(-2) && y === a.at(-2)
  return Math.min(
    distance(restA, b) + 1,
    distance(a, restB) + 1,
    distance(restA, restB) + (x === y ? 0 : 1),
    isSwap ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  )
}

const word = (min: number, max: number) => fc.stringMatching(new RegExp(`^[ab]{${min},${max}}$`))

test('two words are near when they are so many letters apart, and only then', () => {
  fc.assert(
    fc.property(word(0, 5), word(0, 5), fc.integer({ min: 0, max: 2 }), (a, b, slips) => {
      expect(areNear(a, b, slips)).toBe(distance(a, b) <= slips)
    }),
  )
})

test('a word of four letters finds whoever has a word that begins with it but for one slip, and nobody else', () => {
  fc.assert(
    fc.property(word(4, 4), word(0, 6), (typed, candidate) => {
      const beginnings = Array.from({ length: candidate.length + 1 }, (_, length) =>
        candidate.slice(0, length),
      )
      const isNear = candidate.startsWith(typed) || beginnings.some((one) => distance(one, typed) <= 1)
      expect(likenessOf([typed], [candidate]) !== undefined).toBe(isNear)
    }),
  )
})
