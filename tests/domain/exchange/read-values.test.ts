import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readCode,
  readCount,
  readDay,
  readMinutes,
  readYesNo,
  readAgeRange,
} from '../../../src/domain/exchange/read-values.ts'
import { statusLabels } from '../../../src/domain/report/nomenclature.ts'
import { themeLabels } from '../../../src/domain/report/themes.ts'

test.each([
  ['2026-11-25', '2026-11-25'],
  ['2026-11-25 14:30', '2026-11-25'],
  ['2026-11-25T23:59:00Z', '2026-11-25'],
  ['25/11/2026', '2026-11-25'],
  ['25/11/26', '2026-11-25'],
  ['5-1-2026', '2026-01-05'],
  ['25.11.2026', '2026-11-25'],
  ['mercredi 25 novembre 2026', '2026-11-25'],
  ['1er août 2026', '2026-08-01'],
  ['46351', '2026-11-25'],
  ['46351.604166', '2026-11-25'],
])('the day %s is %s', (text, day) => {
  expect(readDay(text)).toBe(day)
})

test.each(['11/25/2026', '2026-02-30', '31/04/2026', '123', '2026', '', 'hier', '99999'])(
  '« %s » is no day, and none is guessed',
  (text) => {
    expect(readDay(text)).toBeUndefined()
  },
)

test('every day is read back from its three formats', () => {
  const days = fc.date({ min: new Date('1960-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10)
      const serial = Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000)
      const french = day.split('-').reverse().join('/')
      expect([day, french, String(serial)].map(readDay)).toEqual([day, day, day])
    }),
  )
})

test.each([
  ['90', 90],
  ['90 min', 90],
  ['1h30', 90],
  ['1 h 30', 90],
  ['1H', 60],
  ['2 heures', 120],
  ['1:30', 90],
  ['01:30:00', 90],
  ['0:45', 45],
  ['0.0625', 90],
  ['45 mn', 45],
])('the duration %s is %i minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes)
})

test.each(['1,5', '0,5', '1h75', '-30', 'une heure', '', '1:30:15'])('« %s » is no duration', (text) => {
  expect(readMinutes(text)).toBeUndefined()
})

test('codes, labels, with or without accents, and what people write are the same value', () => {
  const said = ['reseaux_sociaux', 'Réseaux sociaux, communication', 'RESEAUX SOCIAUX COMMUNICATION']
  expect(said.map((text) => readCode(themeLabels, text))).toEqual(Array(3).fill('reseaux_sociaux'))
  expect(readCode(statusLabels, 'retraitée')).toBeUndefined()
  expect(readCode(statusLabels, 'Retraité')).toBe('retraite')
  expect(readCode(themeLabels, 'constructor')).toBeUndefined()
})

test('an age, an age range in other words and a code are an age range', () => {
  expect(
    ['72', '72 ans', '70 ans et plus', '25 à 39 ans', '25-39', 'quarante_cinquante_neuf', '200'].map(
      readAgeRange,
    ),
  ).toEqual([
    'soixante_dix_plus',
    'soixante_dix_plus',
    'soixante_dix_plus',
    'vingt_cinq_trente_neuf',
    'vingt_cinq_trente_neuf',
    'quarante_cinquante_neuf',
    undefined,
  ])
})

test('counts and yes or no', () => {
  expect(['8', '8.0', '1 200', '-1', '8,5'].map(readCount)).toEqual([8, 8, 1200, undefined, undefined])
  expect(['Oui', 'VRAI', 'non', '0', 'peut-être'].map(readYesNo)).toEqual([
    true,
    true,
    false,
    false,
    undefined,
  ])
})
