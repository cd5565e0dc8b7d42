import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageRangeAt } from '../../../src/domain/beneficiary/age-range-at.ts'
import {
  areLikelySame,
  readyToCompare,
  type ComparablePerson,
} from '../../../src/domain/beneficiary/likely-same.ts'
import {
  areNear,
  likenessOf,
  peopleMeant,
  wordsOfPerson,
} from '../../../src/domain/beneficiary/search-people.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { wordsOf } from '../../../src/domain/report/search/fold-text.ts'
import { validateBody } from '../../../src/domain/sync/validate-body.ts'

const day = calendarDaySchema.parse('2026-11-20')
const zoe = { firstName: 'Zoé', name: 'Bernard-Lévêque', phone: '06 12 34 56 78', email: 'zoe@exemple.fr' }

test.each([
  [2026, 'moins_de_douze'],
  [2015, 'moins_de_douze'],
  [2014, 'douze_dix_huit'],
  [2008, 'dix_huit_vingt_quatre'],
  [2001, 'vingt_cinq_trente_neuf'],
  [1986, 'quarante_cinquante_neuf'],
  [1966, 'soixante_soixante_neuf'],
  [1956, 'soixante_dix_plus'],
  [2027, undefined],
])('born in %i, a person is in %s', (year, range) => {
  expect(ageRangeAt(year, day)).toBe(range)
})

test('a past figure doesn’t drift: the range is that of the day', () => {
  expect(ageRangeAt(1956, calendarDaySchema.parse('2025-11-20'))).toBe('soixante_soixante_neuf')
})

describe('a person is found', () => {
  const finds = (typed: string) => likenessOf(wordsOf(typed), wordsOfPerson(zoe)) !== undefined

  test.each([
    '',
    'zoe',
    'ZOÉ ber',
    'bernard zoe',
    'leveque',
    'lev',
    '0612345678',
    'exemple',
    'bernrad',
    'benard',
    'levezque',
  ])('by « %s »', (typed) => {
    expect(finds(typed)).toBe(true)
  })

  test.each(['martin', 'zoe martin', 'bex', '0699'])('not by « %s »', (typed) => {
    expect(finds(typed)).toBe(false)
  })

  test('by any one slip in a name of four letters and more', () => {
    const name = fc.stringMatching(/^[a-z]{4,12}$/)
    fc.assert(
      fc.property(name, fc.nat(11), fc.constantFrom('a', 'z', ''), (word, at, letter) => {
        const index = at % word.length
        const slip = word.slice(0, index) + letter + word.slice(index + 1)
        expect(areNear(word, slip, 1)).toBe(true)
        expect(areNear(slip, word, 1)).toBe(true)
      }),
    )
  })
})

test('who answers exactly comes before who nearly does, each in their own order', () => {
  const people = ['Bernrad', 'Bernard', 'Martin', 'Bernardin'].map((name) => ({
    name,
    words: wordsOfPerson({ firstName: 'Zoé', name }),
  }))
  expect(peopleMeant(wordsOf('bernard'), people).map(({ name }) => name)).toEqual([
    'Bernard',
    'Bernardin',
    'Bernrad',
  ])
})

describe('probably the same person', () => {
  const areSame = (a: ComparablePerson, b: ComparablePerson) =>
    areLikelySame(readyToCompare(a), readyToCompare(b))

  test.each<[string, ComparablePerson, boolean]>([
    ['accents apart', { firstName: 'zoe', name: 'Bernard Leveque' }, true],
    ['names the other way round', { firstName: 'Bernard-Lévêque', name: 'Zoé' }, true],
    ['one slip', { firstName: 'Zoé', name: 'Bernard-Lévèquue' }, true],
    ['married, with the same phone', { firstName: 'Zoé', name: 'Roux', phone: '+33 6 12 34 56 78' }, true],
    ['married, with the same e-mail', { firstName: 'Zoé', name: 'Roux', email: 'ZOE@exemple.fr' }, true],
    ['somebody of the household', { firstName: 'Marc', name: 'Bernard-Lévêque', phone: zoe.phone }, false],
    ['another name', { firstName: 'Zoé', name: 'Martin' }, false],
    ['half of a name, and nothing else', { firstName: 'Zoé', name: 'Bernard' }, false],
  ])('%s: %s', (_, other, same) => {
    expect(areSame(zoe, other)).toBe(same)
    expect(areSame(other, zoe)).toBe(same)
  })

  test('not where the years of birth differ', () => {
    expect(areSame({ ...zoe, birthYear: 1950 }, { ...zoe, birthYear: 1951 })).toBe(false)
    expect(areSame({ ...zoe, birthYear: 1950 }, zoe)).toBe(true)
  })

  test('half of a name is enough with the same year of birth', () => {
    const other = { firstName: 'Zoe', name: 'Bernard', birthYear: 1950 }
    expect(areSame({ ...zoe, birthYear: 1950 }, other)).toBe(true)
  })
})

test.each([
  ['firstName', { name: 'Bernard' }],
  ['name', { firstName: 'Zoé', name: ' ' }],
  ['birthYear', { ...zoe, birthYear: 20 }],
  ['phone', { ...zoe, phone: 'allô' }],
  ['email', { ...zoe, email: 'zoe' }],
  ['gender', { ...zoe, gender: 'autre' }],
])('a page with a wrong %s is refused, with a sentence', (field, body) => {
  const validity = validateBody('beneficiary', body)
  expect(validity).toMatchObject({ valid: false, field })
  expect(!validity.valid && validity.message).toMatch(/^[A-Z].*\.$/)
})
