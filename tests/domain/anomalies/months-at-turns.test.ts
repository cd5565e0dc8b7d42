import { expect, test } from 'vitest'
import type { AnomalyKind } from '../../../src/domain/anomalies/anomaly-kinds.ts'
import { findAnomalies } from '../../../src/domain/anomalies/find-anomalies.ts'
import { addDays, frenchDayOf, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import { daysIn, daysOfMonth, type CalendarMonth } from '../../../src/domain/calendar-month.ts'
import { weekdayOf } from '../../../src/domain/french-holidays.ts'
import type { DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { seededRandom } from '../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../src/server/demonstration/seeded-uuid.ts'
import { aReport } from '../../builders/a-report.ts'
import { anAdvisorMonth, type IdentifiedBody } from '../../builders/an-advisor-month.ts'

/*
 * Months in which the hour changes (the last Sunday of March and of October), and in which the year does: what is judged
 * is days of the calendar, and moments that count on whatever clocks say.
 */

const random = seededRandom('turns')

function found(
  kind: AnomalyKind,
  month: string,
  bodies: readonly JsonObject[] | readonly IdentifiedBody[],
): number {
  const of = month as CalendarMonth
  const today = addDays(daysOfMonth(of).to, 5)
  return findAnomalies(anAdvisorMonth(bodies, { month: of, today })).filter((one) => one.kind === kind).length
}

const on = (date: string, fields: JsonObject = {}) => aReport({ date, filedOn: date, ...fields })

/** Days of work of some months. */
const workedIn = (...months: string[]): CalendarDay[] =>
  months.flatMap((month) => daysIn(daysOfMonth(month as CalendarMonth))).filter((day) => weekdayOf(day) < 5)

test.each([
  ['of 25 hours', '2026-10', '2026-10-25'],
  ['of 23 hours', '2027-03', '2027-03-28'],
])('ten hours are a long day on the day %s as on any other, and no more', (_day, month, date) => {
  expect(found('long-day', month, [on(date, { minutes: 600 })])).toBe(0)
  expect(found('long-day', month, [on(date, { minutes: 605 })])).toBe(1)
})

test('filed late counts days, whether or not one of them has an hour more', () => {
  for (const [month, date] of [
    ['2026-10', '2026-10-20'],
    ['2027-03', '2027-03-20'],
    ['2026-12', '2026-12-20'],
  ] as const) {
    const filed = (days: number) => [aReport({ date, filedOn: addDays(date as CalendarDay, days) })]
    expect(found('filed-late', month, filed(30)), month).toBe(0)
    expect(found('filed-late', month, filed(31)), month).toBe(1)
  }
})

test('two reports filed within the hour that comes twice are as far apart as they are', () => {
  const twice = (first: string, second: string) =>
    found(
      'filed-twice',
      '2027-10',
      [first, second].map((at): IdentifiedBody => {
        const id: DocumentId = seededDocumentId(random, new Date(at))
        return [id, on(frenchDayOf(new Date(at)))]
      }),
    )
  // 2:30 in summer time, then 2:30 and some seconds in winter time, an hour later.
  expect(twice('2027-10-31T00:30:00Z', '2027-10-31T01:30:05Z')).toBe(0)
  expect(twice('2027-10-31T00:59:58Z', '2027-10-31T01:00:03Z')).toBe(1)
})

test('a month of January is compared with those of the year before', () => {
  const usual = workedIn('2026-10', '2026-11', '2026-12').map((day) => on(day))
  const january = workedIn('2027-01')
  const once = january.map((day) => on(day))
  expect(found('unusual-month', '2027-01', [...usual, ...once])).toBe(0)
  expect(found('unusual-month', '2027-01', [...usual, ...once, ...once, ...once])).toBe(1)
})

test('a silence that began before the new year is told once, in the month in which it is over', () => {
  const worked = workedIn('2026-12', '2027-01').filter((day) => day < '2026-12-19' || day > '2027-01-10')
  const bodies = worked.map((day) => on(day))
  expect(found('silence', '2026-12', bodies) + found('silence', '2027-01', bodies)).toBe(1)
})

test('the days of the new year itself belong to their own month', () => {
  const bodies = [on('2026-12-31', { minutes: 605 }), on('2027-01-01', { minutes: 605 })]
  expect(found('long-day', '2026-12', bodies)).toBe(1)
  expect(found('long-day', '2027-01', bodies)).toBe(1)
  expect(found('on-holiday', '2026-12', bodies)).toBe(0)
  expect(found('on-holiday', '2027-01', bodies)).toBe(1)
})
