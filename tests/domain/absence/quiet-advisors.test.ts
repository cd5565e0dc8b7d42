import { expect, test } from 'vitest'
import type { AbsenceDays } from '../../../src/domain/absence/absence.ts'
import { isQuiet, quietDays, type WatchedPost } from '../../../src/domain/absence/quiet-advisors.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'

const day = (text: string) => calendarDaySchema.parse(text)
/** A Monday: the two weeks before it have ten working days. */
const today = day('2026-11-30')

const absence = (from: string, to: string, fields: Partial<AbsenceDays> = {}): AbsenceDays => ({
  from: day(from),
  to: day(to),
  ...fields,
})
const aPost = (fields: Partial<WatchedPost> = {}): WatchedPost => ({
  contracts: [{ starts: day('2025-01-06'), ends: null }],
  stays: null,
  absences: [],
  ...fields,
})

test('two weeks of work without anything are said, today left out', () => {
  expect(quietDays([aPost()], day('2026-11-13'), today)).toBe(10)
  expect(isQuiet([aPost()], day('2026-11-13'), today)).toBe(true)
  expect(isQuiet([aPost()], day('2026-11-16'), today)).toBe(false)
})

test('who was on leave meanwhile isn’t asked, nor who is away today', () => {
  const wasAway = aPost({ absences: [absence('2026-11-16', '2026-11-20')] })
  expect(quietDays([wasAway], day('2026-11-13'), today)).toBe(5)
  const isAway = aPost({ absences: [absence('2026-11-30', '2026-12-04')] })
  expect(isQuiet([isAway], day('2026-10-01'), today)).toBe(false)
  const awayThisMorning = aPost({ absences: [absence('2026-11-30', '2026-11-30', { toNoon: true })] })
  expect(isQuiet([awayThisMorning], day('2026-10-01'), today)).toBe(true)
})

test('a part-time week waits longer', () => {
  const half = aPost({ absences: [absence('2026-01-01', '2026-12-31', { weekdays: [0, 1] })] })
  expect(quietDays([half], day('2026-11-13'), today)).toBe(6)
})

test('two weeks of a part-time week are fewer days of work, and never fewer than five', () => {
  const working = (weekdays: number[]) =>
    aPost({ absences: [absence('2026-01-01', '2026-12-31', { weekdays })] })
  // Whoever works from Wednesday to Friday is asked nothing on a Monday; two weeks of theirs are six days.
  expect(isQuiet([working([0, 1])], day('2026-11-13'), today)).toBe(false)
  const onWednesday = day('2026-12-02')
  expect(isQuiet([working([0, 1])], day('2026-11-17'), onWednesday)).toBe(true)
  expect(isQuiet([working([0, 1])], day('2026-11-18'), onWednesday)).toBe(false)
  // Mondays alone: four of them say nothing yet, five do.
  const monday = day('2026-12-07')
  expect(isQuiet([working([1, 2, 3, 4])], day('2026-11-02'), monday)).toBe(false)
  expect(isQuiet([working([1, 2, 3, 4])], day('2026-11-01'), monday)).toBe(true)
})

test('whoever works other days at two structures works all of them', () => {
  const [here, there] = [
    [3, 4],
    [0, 1, 2],
  ].map((weekdays) => aPost({ absences: [absence('2026-01-01', '2026-12-31', { weekdays })] }))
  if (!here || !there) throw new Error('two posts were made')
  expect(isQuiet([here, there], day('2026-11-16'), today)).toBe(false)
  expect(isQuiet([here, there], day('2026-11-13'), today)).toBe(true)
})

test('who never filed anything is counted from the contract, and is not when it is over', () => {
  const began = aPost({ contracts: [{ starts: day('2026-11-16'), ends: null }] })
  expect(isQuiet([began], null, today)).toBe(true)
  const beganLater = aPost({ contracts: [{ starts: day('2026-11-17'), ends: null }] })
  expect(isQuiet([beganLater], null, today)).toBe(false)
  const over = aPost({ contracts: [{ starts: day('2025-01-06'), ends: day('2026-11-27') }] })
  expect(isQuiet([over], null, today)).toBe(false)
})

test('a team counts the days spent in it', () => {
  const joined = aPost({ stays: [{ joins: day('2026-11-23'), leaves: null }] })
  expect(quietDays([joined], day('2026-10-01'), today)).toBe(5)
})

test('of two posts, a day counts where either of them expects somebody', () => {
  const away = aPost({ absences: [absence('2026-11-16', '2026-11-27')] })
  expect(quietDays([away, aPost()], day('2026-11-13'), today)).toBe(10)
  expect(quietDays([away, away], day('2026-11-13'), today)).toBe(0)
})
