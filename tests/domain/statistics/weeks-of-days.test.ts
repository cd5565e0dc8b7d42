import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar-day.ts'
import { reportSchema } from '../../../src/domain/report/report.ts'
import { compare } from '../../../src/domain/statistics/fact-book.ts'
import { factOf } from '../../../src/domain/statistics/fact-of.ts'
import { isInPeriod } from '../../../src/domain/statistics/period.ts'
import { timelineOf } from '../../../src/domain/statistics/timeline.ts'
import { weeksOfDays } from '../../../src/domain/statistics/weeks-of-days.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'
import { randomDay, randomReport } from '../../builders/random-reports.ts'

const scope = aScopeId()
const neighbours = { people: [aDocumentId()], places: [aDocumentId()] }

test('weeks made of days are the weeks that are counted', () => {
  fc.assert(
    fc.property(
      fc.array(randomReport(neighbours), { maxLength: 20 }),
      randomDay,
      fc.nat({ max: 60 }),
      (bodies, from, length) => {
        const period = { from, to: addDays(from, length) }
        const facts = bodies
          .map((body) => factOf(reportSchema.parse(body), { scope, id: aDocumentId() }))
          .filter(({ date }) => isInPeriod(date, period))
          .toSorted(compare)
        expect(weeksOfDays(timelineOf(facts, period, 'jour'))).toEqual(timelineOf(facts, period, 'semaine'))
      },
    ),
  )
})
