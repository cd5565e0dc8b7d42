import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Commune } from '../../../src/domain/territory/commune.ts'
import { decodeCommunes, encodeCommunes } from '../../../src/domain/territory/communes-index.ts'
import { roundedPopulation } from '../../../src/domain/territory/rounded-population.ts'
import { aCommune } from '../../builders/a-commune.ts'
import { officialCommunes } from '../../builders/official-communes.ts'

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'))
const anyCode = fc
  .tuple(fc.constantFrom('01', '09', '2A', '2B', '69', '95', '971', '989'), digits(3))
  .map(([department, rest]) => (department + rest).slice(0, 5))
const anyLetter = fc.constantFrom(...Array.from("aeéœÿŒÉL’ -'()0Zsç"))
const anyName = fc.string({
  unit: fc.oneof(anyLetter, fc.constantFrom('Saint-', '-sur-')),
  minLength: 1,
  maxLength: 60,
})
const anyCommune = fc
  .record({
    code: anyCode,
    name: anyName,
    postalCodes: fc.uniqueArray(digits(5), { maxLength: 4 }),
    population: fc.integer({ min: 0, max: 3_000_000 }),
  })
  .map(aCommune)
const anyCommunes = fc.uniqueArray(anyCommune, { selector: ({ code }) => code, maxLength: 40 })

test('what is encoded is decoded the same, in the order of codes, populations rounded', () => {
  fc.assert(
    fc.property(anyCommunes, (communes) => {
      expect(decodeCommunes(overTheWire(encodeCommunes(communes)))).toEqual(asIndexed(communes))
    }),
  )
})

test('so are all of France’s communes', () => {
  const communes = officialCommunes()
  const decoded = decodeCommunes(overTheWire(encodeCommunes(communes)))
  expect(decoded).toHaveLength(communes.length)
  expect(decoded).toEqual(asIndexed(communes))
})

test('an index cut anywhere is refused', () => {
  const index = encodeCommunes([
    aCommune({ code: '01001', name: 'L’Abergement-Clémenciat', postalCodes: ['01400'] }),
    aCommune({ code: '75056', name: 'Paris', postalCodes: ['75001', '75116'] }),
  ])
  for (let length = 0; length < index.length; length += 1) {
    expect(decodeCommunes(index.slice(0, length)), `${length} characters`).toBeUndefined()
  }
})

test.each(['', '<!doctype html>\n<title>Connexion au réseau</title>\n', 'communes 1', 'communes 1 0', '{}'])(
  '%j is not taken for an index',
  (text) => expect(decodeCommunes(text)).toBeUndefined(),
)

test.each([
  ['of another version', (index: string) => index.replace('communes 1 ', 'communes 0 ')],
  ['with a department that doesn’t exist', (index: string) => index.replace('\n09', '\n20')],
  ['with a code past 999', (index: string) => index.replace(/\n09./, '\n09\u1000')],
  ['with a postal code more than communes', (index: string) => index.replace('\n9200\n0\n', '\n9200\n00\n')],
  ['with a postal code that isn’t listed', (index: string) => index.replace('\n9200\n0\n', '\n9200\n1\n')],
])('an index %s is refused', (_, spoil) => {
  const index = encodeCommunes([aCommune()])
  expect(decodeCommunes(index)).toEqual([aCommune()])
  expect(spoil(index)).not.toBe(index)
  expect(decodeCommunes(spoil(index))).toBeUndefined()
})

test.each(['', 'two\nlines', 'Village \u{1F33E}'])('a commune named %j can’t be encoded', (name) => {
  expect(() => encodeCommunes([aCommune({ name })])).toThrow(RangeError)
})

test('a code given twice can’t be encoded', () => {
  expect(() => encodeCommunes([aCommune(), aCommune()])).toThrow(RangeError)
})

/** As a device receives it. */
function overTheWire(index: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(index))
}

function asIndexed(communes: readonly Commune[]): readonly Commune[] {
  return communes
    .map((commune) => ({ ...commune, population: roundedPopulation(commune.population) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}
