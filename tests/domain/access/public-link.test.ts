import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastDayOf, monthsToPublish } from '../../../src/domain/access/public-link.ts'
import { addDays, addMonths, calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { firstOfMonth, lastOfMonth } from '../../../src/domain/statistics/period.ts'

const day = (text: string) => calendarDaySchema.parse(text)
const today = day('2026-11-23')
const anyDay = fc.integer({ min: -900, max: 60 }).map((days) => addDays(today, days))

test('whole months that are over may be published, a year of them at most', () => {
  const published = (from: string, to: string) => monthsToPublish({ from: day(from), to: day(to) }, today)
  expect(published('2026-10-01', '2026-10-31')).toEqual(['2026-10-01'])
  expect(published('2025-11-01', '2026-02-28')).toEqual([
    '2025-11-01',
    '2025-12-01',
    '2026-01-01',
    '2026-02-01',
  ])
  expect(published('2025-01-01', '2025-12-31')).toHaveLength(12)
  expect(published('2025-01-01', '2026-01-31')).toBeUndefined()
  expect(published('2026-11-01', '2026-11-30')).toBeUndefined()
  expect(published('2026-10-02', '2026-10-31')).toBeUndefined()
  expect(published('2026-10-01', '2026-10-30')).toBeUndefined()
  expect(published('2026-10-31', '2026-10-01')).toBeUndefined()
})

test('no two periods that may be published differ by part of a month', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (from, to) => {
      const months = monthsToPublish({ from, to }, today)
      if (months === undefined) return
      expect([from, to]).toEqual([firstOfMonth(from), lastOfMonth(to)])
      expect(to < today).toBe(true)
      expect(months.at(0)).toBe(from)
      expect(lastOfMonth(months.at(-1) ?? from)).toBe(to)
      expect(new Set(months).size).toBe(months.length)
    }),
  )
})

test('a link has an end, a year away at most', () => {
  expect(lastDayOf('30-jours', today)).toBe('2026-12-23')
  expect(lastDayOf('3-mois', today)).toBe('2027-02-23')
  expect(lastDayOf('1-an', today)).toBe(addMonths(today, 12))
})
