import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysAsked,
  firstQuestion,
  queryOfQuestion,
  questionOfQuery,
} from '../../../../src/app/features/read-figures/figures-question.ts'
import { changeSentence } from '../../../../src/app/features/read-figures/change-sentence.ts'
import {
  countedReportsAddress,
  reportsAddress,
} from '../../../../src/app/features/read-figures/counted-reports.ts'
import { periodWords } from '../../../../src/app/features/read-figures/period-words.ts'
import { addDays, type CalendarDay } from '../../../../src/domain/calendar-day.ts'
import type { FacetValue } from '../../../../src/domain/report/search/facets.ts'
import { offeredPeriods } from '../../../../src/domain/statistics/offered-periods.ts'
import { timeSteps } from '../../../../src/domain/statistics/timeline.ts'
import { formatNumber } from '../../../../src/app/ui/format/number.ts'

const day = (text: string) => text as CalendarDay
const today = day('2026-11-25')
const october = { from: day('2026-10-01'), to: day('2026-10-31') }

const when = fc.oneof(
  fc.constantFrom(...offeredPeriods),
  fc.tuple(fc.nat({ max: 900 }), fc.nat({ max: 900 })).map(([ago, length]) => {
    const from = addDays(today, -ago)
    return { from, to: addDays(from, length) }
  }),
)

test('a question is kept in the address, and read from it the same', () => {
  fc.assert(
    fc.property(
      when,
      fc.subarray(['theme:email' as const, 'lieu:domicile' as const]),
      fc.option(fc.constantFrom(...timeSteps), { nil: undefined }),
      (asked, values, step) => {
        const question = { when: asked, values, step }
        expect(questionOfQuery(queryOfQuestion(question))).toEqual(question)
      },
    ),
  )
})

test('an address that says nothing, or says it wrongly, asks for this month', () => {
  for (const query of [
    '',
    'periode=siecle',
    'du=2026-11-20&au=2026-11-01',
    'du=hier&au=demain',
    'pas=heure',
  ]) {
    expect(questionOfQuery(query)).toEqual(firstQuestion)
  }
  expect(daysAsked(firstQuestion, today).period).toEqual({ from: '2026-11-01', to: '2026-11-25' })
})

test.each([
  ['2026-11-03', '2026-11-03', 'le 3\u00A0novembre 2026'],
  ['2026-10-01', '2026-10-31', 'en octobre 2026'],
  ['2025-01-01', '2025-12-31', 'en 2025'],
  ['2026-11-01', '2026-11-25', 'du 1er au 25\u00A0novembre 2026'],
  ['2026-09-01', '2026-11-25', 'du 1er\u00A0septembre au 25\u00A0novembre 2026'],
  ['2025-11-26', '2026-11-25', 'du 26\u00A0novembre 2025 au 25\u00A0novembre 2026'],
])('%s to %s is said « %s »', (from, to, words) => {
  expect(periodWords({ from: day(from), to: day(to) })).toBe(words)
})

test.each([
  [42, 34, '8 de plus (34), soit 24\u00A0%.'],
  [34, 42, '8 de moins (42), soit 19\u00A0%.'],
  [34, 34, 'Autant.'],
  [3, 0, '3 de plus (0).'],
])('from %i after %i the change is said', (now, before, sentence) => {
  expect(changeSentence(now, before, formatNumber).replaceAll('\u202F', '\u00A0')).toBe(sentence)
})

test('a figure opens the list that it counts, and nothing where no filter says it', () => {
  const query = 'du=2026-10-01&au=2026-10-31'
  const asked = (...values: FacetValue[]) => ({ question: { values }, canList: true })
  expect(countedReportsAddress(asked(), october, 'theme:email')).toBe(`/activites?${query}&theme=email`)
  expect(countedReportsAddress(asked('type:individuel', 'type:collectif'), october, 'type:individuel')).toBe(
    `/activites?${query}&type=individuel`,
  )
  expect(countedReportsAddress(asked('theme:email'), october, 'theme:email')).toBe(
    `/activites?${query}&theme=email`,
  )
  expect(countedReportsAddress(asked('theme:email'), october, 'theme:sante')).toBeUndefined()
})

test('a figure of reports that are on no device opens nothing', () => {
  const asked = { question: { values: [] }, canList: false }
  expect(countedReportsAddress(asked, october, 'theme:email')).toBeUndefined()
  expect(reportsAddress(asked, october)).toBeUndefined()
})
