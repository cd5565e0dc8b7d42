import { expect, test } from 'vitest'
import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import {
  formatDay,
  formatDayInFigures,
  formatDayWithYear,
  formatMonth,
} from '../../../../src/app/ui/format/date.ts'
import { relativeDay } from '../../../../src/app/ui/format/relative-day.ts'

const day = (text: string) => calendarDaySchema.parse(text)

test.each([
  ['2026-11-23', 'lundi 23\u00A0novembre'],
  ['2026-02-01', 'dimanche 1er\u00A0février'],
  ['2026-12-31', 'jeudi 31\u00A0décembre'],
])('%s is said %j', (text, said) => {
  expect(formatDay(day(text))).toBe(said)
})

test('a day has other writings: with its year, in figures, its month', () => {
  expect(formatDayWithYear(day('2026-11-01'))).toBe('dimanche 1er\u00A0novembre 2026')
  expect(formatDayInFigures(day('2026-11-01'))).toBe('01/11/2026')
  expect(formatMonth(day('2026-11-01'))).toBe('novembre 2026')
})

test.each([
  ['2026-11-23', 'Aujourd’hui'],
  ['2026-11-22', 'Hier'],
  ['2026-11-24', 'Demain'],
  ['2026-11-20', 'Vendredi 20\u00A0novembre'],
  ['2025-11-23', 'Dimanche 23\u00A0novembre 2025'],
])('on 23 November 2026, %s is %j', (text, said) => {
  expect(relativeDay(day(text), day('2026-11-23'))).toBe(said)
})

test('on the first of January, the day before is still yesterday', () => {
  expect(relativeDay(day('2026-12-31'), day('2027-01-01'))).toBe('Hier')
})
