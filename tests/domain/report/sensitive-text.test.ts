import { describe, expect, test } from 'vitest'
import { findSensitive } from '../../../src/domain/report/sensitive-text.ts'

describe('a social-security number is seen', () => {
  test.each([
    ['with its key', '255081416802538'],
    ['with spaces', 'son numéro est le 2 55 08 14 168 025 38, à rappeler'],
    ['with non-breaking spaces', '2\u00a055\u00a008\u00a014\u202f168 025 38'],
    ['with points or dashes', '2-55-08-14-168-025 38'],
    ['without its key', '2 55 08 14 168 025'],
    ['of someone born in Corse-du-Sud', '1 85 05 2A 004 123 56'],
  ])('%s', (_name, text) => {
    expect(findSensitive(text)).toContain('social-security-number')
  })

  test.each([
    ['a wrong key', '2 55 08 14 168 025 39'],
    ['a telephone number', '06 12 34 56 78'],
    ['a month that does not exist', '255001416802538'],
    ['a longer number', '92550814168025381234'],
  ])('but not %s', (_name, text) => {
    expect(findSensitive(text)).not.toContain('social-security-number')
  })
})

describe('a bank card is seen', () => {
  test.each([
    ['in a row', 'carte 4970101234567893'],
    ['by fours', '4970 1012 3456 7893'],
    ['of 15 digits', '3782 822463 10005'],
  ])('%s', (_name, text) => {
    expect(findSensitive(text)).toContain('bank-card')
  })

  test.each([
    ['one digit off', '4970 1012 3456 7894'],
    ['a SIRET, whose 14 digits pass the same sum', 'SIRET 732 829 320 00074'],
    ['a telephone’s IMEI, whose 15 digits pass it too', '490154203237518'],
    ['an amount', '1 234,56 €'],
  ])('but not %s', (_name, text) => {
    expect(findSensitive(text)).not.toContain('bank-card')
  })
})

describe('a password is seen', () => {
  test.each(['mot de passe : Azerty12', 'Son mdp est soleil', 'code PIN=1234', 'Password: hunter2'])(
    '%s',
    (text) => {
      expect(findSensitive(text)).toEqual(['password'])
    },
  )

  test.each(['Mot de passe oublié, nouvelle demande faite', 'Apprendre à choisir un mot de passe'])(
    'but not in “%s”',
    (text) => {
      expect(findSensitive(text)).toEqual([])
    },
  )
})

test('each kind is said once, and an everyday note says nothing', () => {
  expect(findSensitive('4970101234567893 et 4970101234567893, mdp: secret')).toEqual([
    'bank-card',
    'password',
  ])
  expect(findSensitive('Aide pour créer une adresse e-mail le 23/11/2026, revenir à 14 h 30.')).toEqual([])
})
