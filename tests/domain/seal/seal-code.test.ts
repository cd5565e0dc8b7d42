import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSealCode, sealCodeInWords, sealCodeOf } from '../../../src/domain/seal/seal-code.ts'

const codes = fc
  .array(fc.nat({ max: 255 }), { minLength: 10, maxLength: 10 })
  .map((random) => sealCodeOf(random))
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('a code is read whatever its case, its spaces, its dashes and the letters that look like others', () => {
  const lookAlike: Record<string, string[]> = {
    0: ['0', 'O', 'o'],
    1: ['1', 'I', 'l', 'L', 'i'],
    V: ['V', 'u', 'v'],
  }
  const between = fc.constantFrom('', ' ', '-', '–', '\u00A0', '.')
  fc.assert(
    fc.property(
      codes,
      fc.array(fc.tuple(fc.nat({ max: 4 }), between), { minLength: 12, maxLength: 12 }),
      (code, ways) => {
        const typed = Array.from(code, (letter, index) => {
          const [way = 0, after = ''] = ways[index] ?? []
          const choices = lookAlike[letter] ?? [letter, letter.toLowerCase()]
          return `${choices[way % choices.length]}${after}`
        }).join('')
        expect(readSealCode(typed)).toEqual({ kind: 'code', code })
      },
    ),
  )
})

test('is printed in groups of four, and read as it is printed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const printed = sealCodeInWords(code)
      expect(printed).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      expect(readSealCode(printed)).toEqual({ kind: 'code', code })
    }),
  )
})

test('one character that is wrong, and two neighbours that changed places, are noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat({ max: 11 }), fc.constantFrom(...alphabet.split('')), (code, at, other) => {
      fc.pre(code[at] !== other)
      expect(readSealCode(code.slice(0, at) + other + code.slice(at + 1))).toEqual({ kind: 'mistyped' })
    }),
  )
  fc.assert(
    fc.property(codes, fc.nat({ max: 10 }), (code, at) => {
      const [a = '', b = ''] = [code[at], code[at + 1]]
      fc.pre(a !== b)
      expect(readSealCode(code.slice(0, at) + b + a + code.slice(at + 2))).toEqual({ kind: 'mistyped' })
    }),
  )
})

test.each(['', 'ABCD', '0123456789ABC', '????-????-????', 'é'.repeat(12)])('%s is no code', (typed) => {
  expect(readSealCode(typed)).toEqual({ kind: 'no-code' })
})
