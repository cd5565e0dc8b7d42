import { expect, test } from 'vitest'
import { calendarDaySchema } from '../../src/domain/calendar-day.ts'
import { isFrenchHoliday, weekdayOf } from '../../src/domain/french-holidays.ts'

const day = (text: string) => calendarDaySchema.parse(text)

test('the eleven public holidays of 2026 are known, and no other day', () => {
  const days = Array.from({ length: 365 }, (_, index) =>
    day(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)),
  )
  expect(days.filter((each) => isFrenchHoliday(each))).toEqual([
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

test('the week is counted from Monday, before and after the day that is counted from', () => {
  expect(weekdayOf(day('2026-11-23'))).toBe(0)
  expect(weekdayOf(day('2023-12-31'))).toBe(6)
})

test('Alsace and Moselle rest on Good Friday and on Saint Stephen’s day, and others don’t', () => {
  for (const department of ['57', '67', '68']) {
    expect(isFrenchHoliday(day('2026-04-03'), department)).toBe(true)
    expect(isFrenchHoliday(day('2026-12-26'), department)).toBe(true)
  }
  expect(isFrenchHoliday(day('2026-04-03'), '09')).toBe(false)
  expect(isFrenchHoliday(day('2026-12-26'))).toBe(false)
})

test.each([
  ['971', '2026-05-27'],
  ['972', '2026-05-22'],
  ['973', '2026-06-10'],
  ['974', '2026-12-20'],
  ['976', '2026-04-27'],
])('the end of slavery is commemorated in %s on %s', (department, date) => {
  expect(isFrenchHoliday(day(date), department)).toBe(true)
  expect(isFrenchHoliday(day(date), '09')).toBe(false)
  expect(isFrenchHoliday(day('2026-07-14'), department)).toBe(true)
})
