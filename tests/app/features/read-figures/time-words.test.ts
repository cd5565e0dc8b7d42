import { expect, test } from 'vitest'
import { chartColumns } from '../../../../src/app/features/read-figures/time-words.ts'
import type { CalendarDay } from '../../../../src/domain/calendar-day.ts'
import { timelineOf, type TimeStep } from '../../../../src/domain/statistics/timeline.ts'

const labels = (from: string, to: string, step: TimeStep) => {
  const period = { from: from as CalendarDay, to: to as CalendarDay }
  return chartColumns(timelineOf([], period, step), step, period).map(({ label }) => label)
}

test('weeks of one month are said by their days, weeks of several by their first', () => {
  expect(labels('2026-11-01', '2026-11-26', 'semaine')).toEqual(['1', '2-8', '9-15', '16-22', '23-26'])
  expect(labels('2026-11-23', '2026-12-06', 'semaine')).toEqual(['23/11', '30/11'])
})

test('a month is said by its name, with the year where a new one begins', () => {
  expect(labels('2025-12-01', '2026-02-10', 'mois')).toEqual(['déc.', 'janv. 26', 'févr.'])
})
