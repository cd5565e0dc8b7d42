import { describe, expect, test } from 'vitest'
import type { AnomalyKind } from '../../../src/domain/anomalies/anomaly-kinds.ts'
import { findAnomalies } from '../../../src/domain/anomalies/find-anomalies.ts'
import { addDays, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import { addToMonth, daysIn, daysOfMonth, type CalendarMonth } from '../../../src/domain/calendar-month.ts'
import { weekdayOf } from '../../../src/domain/french-holidays.ts'
import type { DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { seededRandom } from '../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../src/server/demonstration/seeded-uuid.ts'
import { aReport } from '../../builders/a-report.ts'
import { anAbsence, anAdvisorMonth, type IdentifiedBody } from '../../builders/an-advisor-month.ts'

/* What months that begin from December 2026 on are judged by; those before are judged as they were. */

const november = '2026-11' as CalendarMonth
const december = '2026-12' as CalendarMonth

type Absences = Parameters<typeof anAdvisorMonth>[1]

function found(
  kind: AnomalyKind,
  month: CalendarMonth,
  bodies: readonly JsonObject[] | readonly IdentifiedBody[],
  standing: Absences = {},
): number {
  const today = addDays(daysOfMonth(month).to, 5)
  return findAnomalies(anAdvisorMonth(bodies, { month, today, ...standing })).filter(
    (one) => one.kind === kind,
  ).length
}

/** Days of a month that are of these days of the week, from 0 for Monday. */
const daysOf = (month: CalendarMonth, weekdays: readonly number[]) =>
  daysIn(daysOfMonth(month)).filter((day) => weekdays.includes(weekdayOf(day)))

const on = (date: CalendarDay, fields: JsonObject = {}) => aReport({ date, filedOn: date, ...fields })

describe('filed-twice', () => {
  const random = seededRandom('filed twice')
  const filedAt = (seconds: number): DocumentId =>
    seededDocumentId(random, new Date(Date.parse('2026-12-04T09:00:00Z') + seconds * 1000))
  const twice = (month: CalendarMonth, secondsApart: number, notes: readonly string[] = []) => {
    const date = daysOf(month, [4])[0] ?? daysOfMonth(month).from
    return found('filed-twice', month, [
      [filedAt(0), on(date, notes[0] === undefined ? {} : { notes: notes[0] })],
      [filedAt(secondsApart), on(date, notes[1] === undefined ? {} : { notes: notes[1] })],
    ])
  }

  test('a double tap is found, however little the report says; ten people in a row are not', () => {
    expect(twice(december, 10)).toBe(1)
    expect(twice(december, 11)).toBe(0)
    expect(twice(november, 10)).toBe(0)
  })

  test('a letter that slipped leaves a short note the same', () => {
    const notes = ['Scan et envoi de documents', 'Scanet envoi de documnets']
    expect(twice(december, 5, notes)).toBe(1)
    expect(twice(december, 5, ['Scan et envoi de documents', 'Carte grise'])).toBe(0)
    expect(twice(november, 5, notes)).toBe(0)
  })
})

describe('same-text', () => {
  const habit = (month: CalendarMonth, times: number) =>
    daysOf(month, [0, 1, 2, 3, 4])
      .slice(0, times)
      .map((date) => on(date, { notes: 'Accueil au bus, demande traitée sur place' }))

  test('a habit is told when it begins, and not again in the months after', () => {
    expect(found('same-text', december, [...habit(november, 9), ...habit(december, 10)])).toBe(1)
    expect(found('same-text', december, [...habit(november, 10), ...habit(december, 10)])).toBe(0)
    const long = addToMonth(december, -4)
    expect(found('same-text', december, [...habit(long, 10), ...habit(december, 10)])).toBe(1)
  })

  test('a month that begins before is judged as it was', () => {
    const october = addToMonth(november, -1)
    expect(found('same-text', november, [...habit(october, 10), ...habit(november, 10)])).toBe(1)
  })
})

describe('of a part-time of two days a week', () => {
  const idle = { ...anAbsence('2026-01-01', '2027-12-31', 'temps_partiel'), weekdays: [0, 2, 4] }
  const months = [-3, -2, -1, 0, 1].map((later) => addToMonth(december, later))
  const worked = months.flatMap((month) => daysOf(month, [1, 3]))

  test('five days of work without an activity are a silence, four are not', () => {
    const without = (from: string, to: string) =>
      found(
        'silence',
        december,
        worked.filter((day) => day < from || day > to).map((day) => on(day)),
        { absences: [idle] },
      )
    expect(without('2026-12-01', '2026-12-15')).toBe(1)
    expect(without('2026-12-01', '2026-12-10')).toBe(0)
  })

  test('five days without one are none of whoever works all the week', () => {
    const all = months.flatMap((month) => daysOf(month, [0, 1, 2, 3, 4]))
    const bodies = all.filter((day) => day < '2026-12-07' || day > '2026-12-11').map((day) => on(day))
    expect(found('silence', december, bodies)).toBe(0)
  })

  test('a quarter without a mission is told too', () => {
    const bodies = worked.flatMap((day) => [on(day, { themes: ['email'] }), on(day, { themes: ['email'] })])
    expect(found('untouched-mission', december, bodies, { absences: [idle] })).toBe(2)
    const september = addToMonth(december, -3)
    expect(found('untouched-mission', september, bodies, { absences: [idle] })).toBe(0)
  })
})
