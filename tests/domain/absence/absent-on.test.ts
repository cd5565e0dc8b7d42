import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AbsenceDays } from '../../../src/domain/absence/absence.ts'
import { absentOn, daysAway, expectedDays } from '../../../src/domain/absence/absent-on.ts'
import { addDays, calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { isWorkingDay } from '../../../src/domain/french-holidays.ts'

const day = (text: string) => calendarDaySchema.parse(text)
const days = (from: string, to: string, fields: Partial<AbsenceDays> = {}): AbsenceDays => ({
  from: day(from),
  to: day(to),
  ...fields,
})

test('one is away from the first day to the last, both of them', () => {
  const leave = [days('2026-11-23', '2026-11-25')]
  expect(
    ['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26'].map((text) => absentOn(leave, day(text))),
  ).toEqual([0, 1, 1, 0])
})

test('from noon of the first day, and to noon of the last', () => {
  const leave = [days('2026-11-23', '2026-11-25', { fromNoon: true, toNoon: true })]
  expect(['2026-11-23', '2026-11-24', '2026-11-25'].map((text) => absentOn(leave, day(text)))).toEqual([
    0.5, 1, 0.5,
  ])
})

test('a part-time week takes its days of the week', () => {
  const wednesdays = [days('2026-11-02', '2026-11-30', { weekdays: [2] })]
  const week = Array.from({ length: 5 }, (_, index) =>
    absentOn(wednesdays, addDays(day('2026-11-23'), index)),
  )
  expect(week).toEqual([0, 0, 1, 0, 0])
})

test('a morning and an afternoon make a day, and the same morning twice is half of one', () => {
  const morning = days('2026-11-23', '2026-11-23', { toNoon: true })
  const afternoon = days('2026-11-23', '2026-11-23', { fromNoon: true })
  expect(absentOn([morning, afternoon], day('2026-11-23'))).toBe(1)
  expect(absentOn([morning, morning], day('2026-11-23'))).toBe(0.5)
})

test('what is expected of November 2026: its working days, less a week of leave that both had declared', () => {
  const november = { from: day('2026-11-01'), to: day('2026-11-30') }
  // Twenty-one days from Monday to Friday, and the 11th is a holiday, a Wednesday.
  expect(expectedDays([], november)).toBe(20)
  const declaredTwice = [days('2026-11-09', '2026-11-13'), days('2026-11-11', '2026-11-13')]
  expect(expectedDays(declaredTwice, november)).toBe(16)
  expect(daysAway(declaredTwice, november)).toBe(4)
  expect(daysAway(declaredTwice, november, (each) => each < '2026-11-12')).toBe(2)
})

const someDays = fc
  .record({
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 30 }),
    fromNoon: fc.boolean(),
    toNoon: fc.boolean(),
    weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 })),
  })
  .map(({ start, length, fromNoon, toNoon, weekdays }): AbsenceDays => {
    const from = addDays(day('2026-10-15'), start)
    return { from, to: addDays(from, length), fromNoon, toNoon, ...(weekdays && { weekdays }) }
  })

test('an absence declared twice, or cut in two, counts as once; one more never gives days back', () => {
  const period = { from: day('2026-10-01'), to: day('2027-01-31') }
  fc.assert(
    fc.property(fc.array(someDays, { maxLength: 4 }), someDays, (absences, another) => {
      const without = daysAway(absences, period)
      expect(daysAway([...absences, ...absences], period)).toBe(without)
      const { fromNoon: _fromNoon, toNoon: _toNoon, ...whole } = another
      const middle = addDays(whole.from, 2)
      const halves =
        middle < whole.to
          ? [
              { ...whole, to: middle },
              { ...whole, from: addDays(middle, 1) },
            ]
          : [whole]
      expect(daysAway(halves, period)).toBe(daysAway([whole], period))
      const withAnother = daysAway([...absences, another], period)
      expect(withAnother).toBeGreaterThanOrEqual(without)
      expect(withAnother).toBeLessThanOrEqual(without + daysAway([another], period))
    }),
  )
})

test('nobody is expected on a day that isn’t a working day', () => {
  fc.assert(
    fc.property(someDays, ({ from }) => {
      expect(expectedDays([], { from, to: from })).toBe(isWorkingDay(from) ? 1 : 0)
    }),
  )
})
