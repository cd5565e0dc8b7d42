import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  doublesAmong,
  doublesMost,
  isSaidApart,
  type PersonToCompare,
} from '../../../src/domain/beneficiary/find-doubles.ts'
import { areLikelySame, readyToCompare } from '../../../src/domain/beneficiary/likely-same.ts'

function resultOf<T>(work: Generator<undefined, T>): { result: T; pauses: number } {
  for (let pauses = 0; ; pauses += 1) {
    const step = work.next()
    if (step.done) return { result: step.value, pauses }
  }
}

const name = fc.oneof(
  fc.constantFrom(
    'Zoé',
    'Léa',
    'Bernard',
    'Bernrad',
    'Benard',
    'Bernard-Lévêque',
    'Roux',
    'Martin',
    'Martine',
  ),
  fc.stringMatching(/^[ab]{1,7}$/),
)
const id = fc.nat(30).map((number) => String(number).padStart(2, '0'))
const person: fc.Arbitrary<PersonToCompare> = fc
  .record({
    id,
    firstName: name,
    name,
    birthYear: fc.option(fc.constantFrom(1950, 1960), { nil: undefined }),
    phone: fc.option(fc.constantFrom('06 12 34 56 78', '+33612345678', '0561000000'), { nil: undefined }),
    email: fc.option(fc.constantFrom('zoe@exemple.fr', 'ZOE@exemple.fr'), { nil: undefined }),
    notSameAs: fc.uniqueArray(id, { maxLength: 2 }),
  })
  .map((fields) => ({ ...fields, pages: [fields.id] }))
const everybody = fc.uniqueArray(person, { selector: (one) => one.id, maxLength: 20 })

test('what is found among many is what comparing each with each finds', () => {
  fc.assert(
    fc.property(everybody, (people) => {
      const expected = people.flatMap((one, index) =>
        people
          .slice(0, index)
          .filter(
            (other) => areLikelySame(readyToCompare(one), readyToCompare(other)) && !isSaidApart(one, other),
          )
          .map((other) => `${other.id} ${one.id}`),
      )
      const { result } = resultOf(doublesAmong(people))
      expect(result.map((pair) => pair.join(' ')).sort()).toEqual(expected.sort())
    }),
  )
})

const syllables = ['ba', 'cor', 'du', 'fen', 'gi', 'lou', 'mar', 'nes', 'pol', 'rin', 'sa', 'tru']
const nameOf = (number: number) =>
  [number % 12, Math.floor(number / 12) % 12, Math.floor(number / 144) % 12]
    .map((one) => syllables[one])
    .join('')

test('five thousand people are looked through in parts, so that the page stays alive', () => {
  const people = Array.from({ length: 5_000 }, (_, index) => ({
    id: String(index),
    firstName: nameOf((index * 7) % 97),
    name: nameOf(index),
    birthYear: 1930 + (index % 70),
    pages: [String(index)],
    notSameAs: [],
  }))
  const { result, pauses } = resultOf(doublesAmong(people))
  expect(pauses).toBeGreaterThanOrEqual(10)
  expect(result.length).toBeLessThanOrEqual(doublesMost)
})

test('what was said not to be one person isn’t proposed again, whichever page it was said of', () => {
  const zoe = { firstName: 'Zoé', name: 'Bernard' }
  const one = { ...zoe, id: 'a', pages: ['a', 'merged'], notSameAs: [] }
  const other = { ...zoe, id: 'b', pages: ['b'], notSameAs: ['merged'] }
  expect(resultOf(doublesAmong([one, { ...other, notSameAs: [] }])).result).toEqual([['a', 'b']])
  expect(resultOf(doublesAmong([one, other])).result).toEqual([])
  expect(resultOf(doublesAmong([other, one])).result).toEqual([])
})
