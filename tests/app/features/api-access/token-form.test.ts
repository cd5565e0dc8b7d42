import { expect, test } from 'vitest'
import type { CalendarDay } from '../../../../src/domain/calendar-day.ts'
import { startOf, tokenAsked } from '../../../../src/app/features/api-access/token-form.ts'

const today = '2026-11-26' as CalendarDay
const filled = { ...startOf(null, today), name: ' Tableau de bord ', purpose: 'Suivi' }

test('a token is asked for everything that is published, for a year, unless said otherwise', () => {
  expect(tokenAsked(filled, today)).toEqual({
    asked: {
      name: 'Tableau de bord',
      purpose: 'Suivi',
      datasets: ['totaux', 'repartitions'],
      department: null,
      lastDay: '2027-11-26',
    },
  })
})

test('a department’s account asks for its own department', () => {
  const { department } = startOf('09', today)
  expect(tokenAsked({ ...filled, department }, today)).toMatchObject({ asked: { department: '09' } })
})

test('each field that is wrong says what to do', () => {
  const wrong = { ...filled, name: '  ', purpose: '', datasets: [], department: '99', lastDay: '' }
  expect(tokenAsked(wrong, today)).toEqual({
    errors: {
      name: 'Donnez le nom du logiciel.',
      purpose: 'Dites à quoi il servira.',
      datasets: 'Choisissez au moins un jeu de données.',
      department: 'Choisissez un territoire de la liste.',
      lastDay: 'Donnez un jour, à un an d’ici au plus.',
    },
  })
  for (const lastDay of ['2026-11-25', '2027-11-27'])
    expect(tokenAsked({ ...filled, lastDay }, today)).toEqual({
      errors: { lastDay: 'Donnez un jour, à un an d’ici au plus.' },
    })
})
