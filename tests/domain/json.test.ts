import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isStorable,
  jsonBytes,
  jsonObjectSchema,
  sameJson,
  valueAt,
  type Json,
} from '../../src/domain/json.ts'

const anyJson = fc.jsonValue().map((value) => value as Json) // fast-check's own name for the same type

describe('two JSON values say the same', () => {
  test('when one is a copy of the other with its keys in another order', () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reversed)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, item]) => [key, reversed(item)]),
      )
    }
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(sameJson(value, reversed(value))).toBe(true)
      }),
    )
  })

  test('in either order of asking', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (a, b) => {
        expect(sameJson(a, b)).toBe(sameJson(b, a))
      }),
    )
  })

  test.each<[Json | undefined, Json | undefined]>([
    [null, undefined],
    [{ a: null }, {}],
    [{}, { constructor: null }],
    [0, -0],
  ])('%j and %j', (a, b) => expect(sameJson(a, b)).toBe(true))

  test.each<[Json, Json]>([
    [1, '1'],
    [0, false],
    [0, null],
    ['', null],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 1]],
    [[], {}],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{}, { toString: 'x' }],
  ])('but not %j and %j', (a, b) => {
    expect(sameJson(a, b)).toBe(false)
    expect(sameJson(b, a)).toBe(false)
  })
})

describe('what can be stored', () => {
  test.each([null, 1.5, true, '', 'é 🙂', [], {}, { a: [{ b: null }] }])('%j', (value) => {
    expect(isStorable(value)).toBe(true)
  })

  test.each([
    ['a NUL character', 'a\0'],
    ['half of a surrogate pair', '\ud83d'],
    ['the other half', '\ude00 x'],
    ['a NUL in a key', { 'a\0': 1 }],
    ['a NUL deep inside', [{ a: ['\0'] }]],
    ['a number without end', Number.POSITIVE_INFINITY],
    ['nothing at all', undefined],
    ['a function', () => 1],
  ])('but not %s', (_name, value) => {
    expect(isStorable(value)).toBe(false)
    expect(jsonObjectSchema.safeParse({ field: value }).success).toBe(false)
  })
})

test('bytes are counted as UTF-8, with the quotes', () => {
  expect(jsonBytes('é')).toBe(4)
  expect(jsonBytes({ a: [1] })).toBe(9)
})

test('an inherited name is nobody’s field', () => {
  expect(valueAt({}, 'constructor')).toBeUndefined()
  expect(valueAt({ constructor: 1 }, 'constructor')).toBe(1)
})
