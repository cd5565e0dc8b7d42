import { expect, test } from 'vitest'
import { likelyPostLayout, readPostLine } from '../../../src/domain/commitments/post-file.ts'

const heads = [
  'N° SIRET',
  'Numéro du poste',
  'Nom de la structure',
  'Commune',
  'Date de notification',
  'Fin de convention',
]
const layout = likelyPostLayout(heads)
const line = ['999 000 011 00018', '09-0200', 'Mairie', '9261', '05/10/2026', '']
const read = (change: Record<number, string>, known = new Map<string, string>()) =>
  readPostLine(
    line.map((cell, index) => change[index] ?? cell),
    layout,
    known,
  )

test('columns are recognised by their heads, each once', () => {
  expect(layout).toEqual({ siret: 0, reference: 1, name: 2, commune: 3, notifiedOn: 4, ends: 5 })
})

test('a line is a post, whatever way its days and its numbers are written', () => {
  expect(read({})).toEqual({
    ok: true,
    post: {
      reference: '09-0200',
      department: '09',
      holder: { siret: '99900001100018', name: 'Mairie', commune: '09261' },
      role: 'advisor',
      isAdditional: false,
      notifiedOn: '2026-10-05',
      convention: { starts: '2026-10-05', ends: '2028-10-04' },
    },
  })
})

test('a structure that is known gives the department that the line doesn’t say', () => {
  const known = new Map([['99900001100018', '09']])
  expect(read({ 2: '', 3: '' }, known)).toMatchObject({ ok: true, post: { department: '09' } })
  expect(read({ 2: '', 3: '' })).toMatchObject({ ok: false, because: expect.stringContaining('département') })
})

test('each thing that is wrong is said of its line', () => {
  const because = (change: Record<number, string>) => {
    const found = read(change)
    return found.ok ? undefined : found.because
  }
  expect({
    key: because({ 0: '99900001100019' }),
    length: because({ 0: '123' }),
    reference: because({ 1: ' ' }),
    commune: because({ 3: 'Saint-Girons' }),
    day: because({ 4: '31/02/2026' }),
    short: because({ 5: '04/10/2027' }),
  }).toEqual({
    key: 'Ce SIRET n’existe pas : sa clé est fausse.',
    length: 'Un SIRET compte 14 chiffres.',
    reference: 'Le numéro du poste manque.',
    commune: 'La commune n’est pas un code INSEE, comme 09261.',
    day: 'Le jour de la notification manque, ou n’existe pas.',
    short: 'Une convention dure de 18 à 36 mois.',
  })
})
