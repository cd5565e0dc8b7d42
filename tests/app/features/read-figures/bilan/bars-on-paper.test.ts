import { expect, test } from 'vitest'
import { barsOnPaper, stepOnPaper } from '../../../../../src/app/features/read-figures/bilan/bars-on-paper.ts'
import { addDays, type CalendarDay } from '../../../../../src/domain/calendar-day.ts'
import { timelineOf, usualStep } from '../../../../../src/domain/statistics/timeline.ts'

const lasting = (from: CalendarDay, days: number) => ({ from, to: addDays(from, days - 1) })
const aSunday = '2026-08-30' as CalendarDay

test('of a year or less, no page has more bars than have room for their number', () => {
  for (let days = 1; days <= 366; days += 1) {
    const period = lasting(aSunday, days)
    const step = stepOnPaper(period)
    const { bars } = barsOnPaper({ bars: timelineOf([], period, step), step })
    expect(bars.length, `${days} days`).toBeLessThanOrEqual(13)
  }
})

test('a month is asked for by day, as on Chiffres where it was seen last, and drawn by week', () => {
  const november = lasting('2026-11-01' as CalendarDay, 30)
  expect(stepOnPaper(november)).toBe(usualStep(november))
  const days = timelineOf([], november, 'jour')
  expect(barsOnPaper({ bars: days, step: 'jour' })).toEqual({
    bars: timelineOf([], november, 'semaine'),
    step: 'semaine',
  })
})
