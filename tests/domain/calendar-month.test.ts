import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, calendarDaySchema } from '../../src/domain/calendar-day.ts'
import {
  addToMonth,
  calendarMonthSchema,
  daysIn,
  daysOfMonth,
  monthOfDay,
  quarterOf,
} from '../../src/domain/calendar-month.ts'
import { lastOfMonth } from '../../src/domain/statistics/period.ts'

const anyMonth = fc
  .tuple(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => calendarMonthSchema.parse(`${year}-${String(month).padStart(2, '0')}`))

test('a month is added to as its first day is, and its days are those of the calendar', () => {
  fc.assert(
    fc.property(anyMonth, fc.integer({ min: -40, max: 40 }), (month, months) => {
      const first = calendarDaySchema.parse(`${month}-01`)
      expect(addToMonth(month, months)).toBe(monthOfDay(addMonths(first, months)))
      expect(daysOfMonth(month)).toEqual({ from: first, to: lastOfMonth(first) })
    }),
  )
})

test('a quarter is the three months that a month is in', () => {
  const quarters = ['01', '02', '03', '04', '11', '12'].map((month) =>
    quarterOf(calendarMonthSchema.parse(`2026-${month}`)),
  )
  expect(quarters.map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2026-01-01 2026-03-31',
    '2026-01-01 2026-03-31',
    '2026-01-01 2026-03-31',
    '2026-04-01 2026-06-30',
    '2026-10-01 2026-12-31',
    '2026-10-01 2026-12-31',
  ])
})

test('days are told one by one, the first and the last too', () => {
  const days = daysIn(daysOfMonth(calendarMonthSchema.parse('2028-02')))
  expect([days.length, days[0], days.at(-1)]).toEqual([29, '2028-02-01', '2028-02-29'])
})

test.each(['2026-00', '2026-13', '2026-1', '2026-01-01', ''])('%s is not a month', (text) => {
  expect(calendarMonthSchema.safeParse(text).success).toBe(false)
})
