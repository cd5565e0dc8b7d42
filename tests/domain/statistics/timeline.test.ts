import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import { reportSchema } from '../../../src/domain/report/report.ts'
import { accompanimentsIn } from '../../../src/domain/statistics/activity-figures.ts'
import { compare } from '../../../src/domain/statistics/fact-book.ts'
import { factOf } from '../../../src/domain/statistics/fact-of.ts'
import { isInPeriod } from '../../../src/domain/statistics/period.ts'
import { timelineOf, timeSteps, usualStep } from '../../../src/domain/statistics/timeline.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'
import { randomDay, randomReport } from '../../builders/random-reports.ts'

const day = (text: string) => text as CalendarDay
const scope = aScopeId()

test('every bar of the period is there, the first and the last with the days that are in it', () => {
  const period = { from: day('2026-09-15'), to: day('2026-11-10') }
  const bars = timelineOf([], period, 'mois').map(({ from, to, accompaniments }) => [
    from,
    to,
    accompaniments,
  ])
  expect(bars).toEqual([
    ['2026-09-15', '2026-09-30', 0],
    ['2026-10-01', '2026-10-31', 0],
    ['2026-11-01', '2026-11-10', 0],
  ])
  expect(timelineOf([], period, 'semaine').map(({ from }) => from)).toEqual([
    '2026-09-15',
    ...Array.from({ length: 8 }, (_, week) => addDays(day('2026-09-21'), 7 * week)),
  ])
  expect(timelineOf([], period, 'jour')).toHaveLength(57)
})

test('a month is shown by day, half a year by week, more by month', () => {
  const lasting = (days: number) =>
    usualStep({ from: day('2026-01-01'), to: addDays(day('2026-01-01'), days - 1) })
  expect([31, 32, 182, 183].map(lasting)).toEqual(['jour', 'semaine', 'semaine', 'mois'])
})

const neighbours = { people: [aDocumentId()], places: [aDocumentId()] }

test('each accompaniment of the period is in the bar of its day', () => {
  fc.assert(
    fc.property(
      fc.array(randomReport(neighbours), { maxLength: 20 }),
      randomDay,
      fc.nat({ max: 100 }),
      fc.constantFrom(...timeSteps),
      (bodies, from, length, step) => {
        const period = { from, to: addDays(from, length) }
        const facts = bodies
          .map((body) => factOf(reportSchema.parse(body), { scope, id: aDocumentId() }))
          .filter(({ date }) => isInPeriod(date, period))
          .toSorted(compare)
        for (const bar of timelineOf(facts, period, step)) {
          const inBar = facts.filter(({ date }) => isInPeriod(date, bar))
          expect([bar.accompaniments, bar.activities]).toEqual([accompanimentsIn(inBar), inBar.length])
        }
      },
    ),
  )
})
