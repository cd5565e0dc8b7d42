import { expect, test } from 'vitest'
import { calendarDaySchema } from '../../src/domain/calendar-day.ts'
import { isFrenchHoliday, mondayOf, weekdayOf } from '../../src/domain/french-calendar.ts'

const day = (text: string) => calendarDaySchema.parse(text)

test('the eleven public holidays of 2026 are known, and no other day', () => {
  const days = Array.from({ length: 365 }, (_, index) =>
    day(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)),
  )
  expect(days.filter(isFrenchHoliday)).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
})

test('Easter Monday is known at both ends of the season', () => {
  expect(isFrenchHoliday(day('2008-03-24'))).toBe(true)
  expect(isFrenchHoliday(day('2038-04-26'))).toBe(true)
})

test('a week goes from Monday to Sunday, before and after the day that is counted from', () => {
  expect(weekdayOf(day('2026-11-23'))).toBe(0)
  expect(weekdayOf(day('2023-12-31'))).toBe(6)
  expect(mondayOf(day('2023-12-31'))).toBe('2023-12-25')
})
