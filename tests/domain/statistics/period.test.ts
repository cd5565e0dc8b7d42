import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import {
  monthsOfOffered,
  offeredPeriod,
  offeredPeriods,
  type OfferedPeriod,
} from '../../../src/domain/statistics/offered-periods.ts'
import { daysOf, isInPeriod, mondayOf, previousPeriod } from '../../../src/domain/statistics/period.ts'

const day = (text: string) => text as CalendarDay
const today = day('2026-11-25')

describe('the periods that are offered, on Wednesday 25 November 2026', () => {
  test.each<[OfferedPeriod, string, string]>([
    ['mois', '2026-11-01', '2026-11-25'],
    ['mois-dernier', '2026-10-01', '2026-10-31'],
    ['trimestre', '2026-10-01', '2026-11-25'],
    ['annee', '2026-01-01', '2026-11-25'],
    ['douze-mois', '2025-11-26', '2026-11-25'],
    ['annee-scolaire', '2026-09-01', '2026-11-25'],
    ['annee-derniere', '2025-01-01', '2025-12-31'],
  ])('%s: from %s to %s', (name, from, to) => {
    expect(offeredPeriod(name, today)).toEqual({ from, to })
  })

  test('before September the school year is the one that began the year before', () => {
    expect(offeredPeriod('annee-scolaire', day('2026-08-31')).from).toBe('2025-09-01')
    expect(offeredPeriod('annee-scolaire', day('2026-09-01')).from).toBe('2026-09-01')
  })

  test('none ends after today, and none that isn’t over before it', () => {
    for (const name of offeredPeriods) expect(offeredPeriod(name, today).to <= today).toBe(true)
  })
})

describe('the period before', () => {
  test.each([
    ['whole months', '2026-09-01', '2026-10-31', '2026-07-01', '2026-08-31'],
    ['a whole February', '2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31'],
    ['a whole year', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
    ['any days', '2026-11-10', '2026-11-12', '2026-11-07', '2026-11-09'],
    ['days that begin a month', '2026-11-01', '2026-11-12', '2026-10-20', '2026-10-31'],
  ])('%s: %s to %s is compared with %s to %s', (_, from, to, before, until) => {
    expect(previousPeriod({ from: day(from), to: day(to) })).toEqual({ from: before, to: until })
  })

  test.each<[OfferedPeriod, string, string]>([
    ['mois', '2026-10-01', '2026-10-25'],
    ['mois-dernier', '2026-09-01', '2026-09-30'],
    ['trimestre', '2026-07-01', '2026-08-25'],
    ['annee', '2025-01-01', '2025-11-25'],
    ['douze-mois', '2024-11-26', '2025-11-25'],
    ['annee-scolaire', '2025-09-01', '2025-11-25'],
    ['annee-derniere', '2024-01-01', '2024-12-31'],
  ])('%s is compared with %s to %s', (name, from, to) => {
    expect(previousPeriod(offeredPeriod(name, today), monthsOfOffered[name])).toEqual({ from, to })
  })
})

const anyDay = fc.integer({ min: -800, max: 800 }).map((days) => addDays(today, days))

test('the period before never shares a day, and is exactly as long but for whole months', () => {
  fc.assert(
    fc.property(anyDay, fc.nat({ max: 800 }), (from, length) => {
      const period = { from, to: addDays(from, length) }
      const before = previousPeriod(period)
      expect(before.to < from && before.from <= before.to).toBe(true)
      expect(from.endsWith('-01') || daysOf(before) === daysOf(period)).toBe(true)
      expect(isInPeriod(before.to, period)).toBe(false)
    }),
  )
})

test('a week begins on its Monday', () => {
  expect(mondayOf(today)).toBe('2026-11-23')
  expect(mondayOf(day('2026-11-23'))).toBe('2026-11-23')
  expect(mondayOf(day('2023-12-31'))).toBe('2023-12-25')
})
