import * as fc from 'fast-check'
import type { AbsenceDays } from '../../src/domain/absence/absence.ts'
import type { WatchedPost } from '../../src/domain/absence/quiet-advisors.ts'
import { addDays, calendarDaySchema, type CalendarDay } from '../../src/domain/calendar-day.ts'
import type { WorkFacts } from '../../src/domain/reminders/silence.ts'

/** The day on which lives are looked at: seven weeks after the last holiday. */
export const lookedAtOn = calendarDaySchema.parse('2026-10-08')

const daysBack = (most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(lookedAtOn, -days))

const absence: fc.Arbitrary<AbsenceDays> = fc
  .record({ from: daysBack(120), days: fc.integer({ min: 0, max: 40 }), noon: fc.boolean() })
  .map(({ from, days, noon }) => ({ from, to: addDays(from, days), ...(noon && { fromNoon: true }) }))

const contract = fc
  .record({ starts: daysBack(400), days: fc.option(fc.integer({ min: 1, max: 500 })) })
  .map(({ starts, days }) => ({ starts, ends: days === null ? null : addDays(starts, days) }))

const post: fc.Arbitrary<WatchedPost> = fc.record({
  contracts: fc.array(contract, { minLength: 1, maxLength: 3 }),
  stays: fc.constant(null),
  absences: fc.array(absence, { maxLength: 4 }),
})

/** Somebody's posts, absences and days of activity, of every shape. */
export const aWorkingLife: fc.Arbitrary<WorkFacts> = fc.record({
  posts: fc.array(post, { minLength: 1, maxLength: 2 }),
  activityDays: fc.array(daysBack(200), { maxLength: 6 }),
})

/** One post since long ago, without absence: its silence is as long as one says. */
export function silentFor(days: number, absences: readonly AbsenceDays[] = []): WorkFacts {
  const contracts = [{ starts: addDays(lookedAtOn, -300), ends: null }]
  return { posts: [{ contracts, stays: null, absences }], activityDays: [addDays(lookedAtOn, -days)] }
}

export function absenceOf(from: CalendarDay, to: CalendarDay): AbsenceDays {
  return { from, to }
}
