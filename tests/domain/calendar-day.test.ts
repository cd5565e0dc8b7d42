import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDaySchema,
  daysBetween,
  frenchDayOf,
  localDayOf,
} from '../../src/domain/calendar-day.ts'
import { day } from '../builders/decision-facts.ts'

const anyDay = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))

describe('a calendar day', () => {
  test('is one that the calendar has, as a clock counts it', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'))
    const year = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0'))
    fc.assert(
      fc.property(year, two(14), two(33), (y, m, d) => {
        const text = `${y}-${m}-${d}`
        const instant = Date.parse(`${text}T00:00:00Z`)
        const isThere = !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text
        expect(calendarDaySchema.safeParse(text).success).toBe(isThere)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each(['2026-11-23', '2024-02-29', '2000-02-29', '1999-12-31'])('%s', (text) => {
    expect(calendarDaySchema.safeParse(text).success).toBe(true)
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-32',
    '26-11-23',
    '2026-11-23T00:00:00Z',
    ' 2026-11-23',
    '23/11/2026',
    '',
    20261123,
    null,
  ])('but not %j', (text) => {
    expect(calendarDaySchema.safeParse(text).success).toBe(false)
  })
})

describe('calculating with days', () => {
  test('days later and days between are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (start, count) => {
        expect(daysBetween(start, addDays(start, count))).toBe(count)
      }),
    )
  })

  test('days are whole across the changes of the clock', () => {
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30')
    expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2)
  })

  test.each([
    ['2026-11-23', -12, '2025-11-23'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to)
  })
})

describe('the day at an instant', () => {
  test('in France begins at 22:00 UTC in summer and at 23:00 UTC in winter', () => {
    expect(frenchDayOf(new Date('2026-07-14T21:59:59Z'))).toBe('2026-07-14')
    expect(frenchDayOf(new Date('2026-07-14T22:00:00Z'))).toBe('2026-07-15')
    expect(frenchDayOf(new Date('2026-11-23T22:59:59Z'))).toBe('2026-11-23')
    expect(frenchDayOf(new Date('2026-11-23T23:00:00Z'))).toBe('2026-11-24')
  })

  test('in France is the one that its calendar shows, whatever the year', () => {
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })
    const instants = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2150-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (instant) => {
        expect(frenchDayOf(instant)).toBe(calendar.format(instant))
      }),
      { numRuns: 2_000 },
    )
  })

  test('on the device is the one that its clock shows', () => {
    expect(localDayOf(new Date(2026, 10, 23, 0, 0, 0))).toBe('2026-11-23')
    expect(localDayOf(new Date(2026, 10, 23, 23, 59, 59))).toBe('2026-11-23')
  })
})
