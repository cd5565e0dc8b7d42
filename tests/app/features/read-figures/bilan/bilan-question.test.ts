import { expect, test } from 'vitest'
import { bilanModel, yearlyReport } from '../../../../../src/app/features/read-figures/bilan/bilan-models.ts'
import { bilanQuestion } from '../../../../../src/app/features/read-figures/bilan/bilan-question.ts'
import { firstQuestion } from '../../../../../src/app/features/read-figures/figures-question.ts'
import type { CalendarDay } from '../../../../../src/domain/calendar-day.ts'

const today = '2026-11-26' as CalendarDay

test('a yearly report is of last year, by month, as long as no year was chosen', () => {
  expect(bilanQuestion(yearlyReport, firstQuestion, today)).toEqual({
    ...firstQuestion,
    when: 'annee-derniere',
    step: 'mois',
  })
})

test('the year or the days that were chosen stay', () => {
  const days = { from: '2026-01-01' as CalendarDay, to: '2026-02-28' as CalendarDay }
  const whenOf = (when: typeof firstQuestion.when) =>
    bilanQuestion(yearlyReport, { ...firstQuestion, when }, today).when
  expect([whenOf('annee'), whenOf('annee-scolaire'), whenOf(days)]).toEqual(['annee', 'annee-scolaire', days])
})

test('a bilan is of the days and the activities that are shown on Chiffres', () => {
  expect(bilanQuestion(bilanModel, { ...firstQuestion, values: ['theme:email'] }, today)).toEqual({
    when: 'mois',
    values: ['theme:email'],
    step: 'jour',
  })
})
