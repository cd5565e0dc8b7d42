import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import { isStorable, type Json } from '../../src/domain/json.ts'

test('writes the examples of RFC 8785', () => {
  const primitives: Json = {
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
    // The RFC writes 333333333.33333329, which is the same number.
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
  }
  expect(canonicalJson(primitives)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
  // By UTF-16 units: an emoji, two of them, stands before a letter of the last block.
  const keys: Json = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  const written: unknown = JSON.parse(canonicalJson(keys))
  expect(canonicalJson(keys).match(/[A-Z][a-z]+(?=[ ":])/g)?.[0]).toBe('Carriage')
  expect(Object.values(written as object)).toHaveLength(7)
  expect([...canonicalJson(keys).matchAll(/:"(\w+)/g)].map(([, word]) => word)).toEqual([
    'Carriage',
    'One',
    'Control',
    'Latin',
    'Euro',
    'Emoji',
    'Hebrew',
  ])
})

test('a value has one text, which reads as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(isStorable(value))
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
