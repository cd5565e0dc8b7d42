import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  timeUseOf,
  timeUses,
  weeksOfTime,
  type WorkedPost,
  type WorkingTime,
} from '../../../src/domain/statistics/time-spent.ts'
import { addDays } from '../../../src/domain/calendar-day.ts'
import { otherTimeLabels } from '../../../src/domain/report/activity-nomenclature.ts'
import { day } from '../../builders/a-post-fact.ts'

const last = day('2026-11-27')
const fullTime = [{ starts: day('2026-01-01'), ends: null, weeklyMinutes: 2100 }]
const atFullTime = [{ contracts: fullTime, absences: [] }]
const inWeek = { last, weeks: 1 }

test('each kind of time goes to one use, and what a newer version brings to other time', () => {
  const uses = Object.keys(otherTimeLabels).map((activity) => [
    activity,
    timeUseOf({ kind: 'hors_accompagnement', activity }),
  ])
  expect(Object.fromEntries(uses)).toEqual({
    permanence_sans_visite: 'rest',
    preparation: 'preparation',
    reunion: 'rest',
    deplacement: 'travel',
    formation: 'training',
    certification: 'training',
    vie_de_la_communaute: 'community',
    autre: 'rest',
  })
  expect([timeUseOf({ kind: 'individuel' }), timeUseOf({ kind: 'collectif' })]).toEqual([
    'accompaniment',
    'accompaniment',
  ])
  expect(timeUseOf({ kind: 'animation' })).toBe('rest')
  expect(timeUseOf({ kind: 'hors_accompagnement', activity: 'constructor' })).toBe('rest')
})

test('weeks add up to all that was reported in them, whatever the order', () => {
  const anyTime = fc.record({
    day: fc.integer({ min: -60, max: 0 }).map((days) => addDays(last, days)),
    use: fc.constantFrom(...timeUses),
    minutes: fc.integer({ min: 5, max: 480 }),
  })
  fc.assert(
    fc.property(fc.array(anyTime), (spent) => {
      const weeks = weeksOfTime(spent, atFullTime, { last, weeks: 10 })
      const all = spent.reduce((sum, { minutes }) => sum + minutes, 0)
      expect(weeks.reduce((sum, { total }) => sum + total, 0)).toBe(all)
      for (const { minutes, total } of weeks)
        expect(Object.values(minutes).reduce((sum, each) => sum + each, 0)).toBe(total)
      expect(weeksOfTime(spent.toReversed(), atFullTime, { last, weeks: 10 })).toEqual(weeks)
    }),
  )
})

test('working time is that of the days of contract that no holiday and no absence takes', () => {
  const expected = (contracts = fullTime, absences: WorkedPost['absences'] = [], on = last) =>
    weeksOfTime([], [{ contracts, absences }], { ...inWeek, last: on })[0]?.expected
  expect(expected()).toBe(2100)
  // Wednesday 11 November.
  expect(expected(fullTime, [], day('2026-11-13'))).toBe(1680)
  expect(expected([{ starts: day('2026-11-26'), ends: null, weeklyMinutes: 2100 }])).toBe(840)
  expect(expected(fullTime, [{ from: day('2026-11-23'), to: day('2026-11-24') }])).toBe(1260)
  expect(expected(fullTime, [{ from: day('2026-11-23'), to: day('2026-11-23'), fromNoon: true }])).toBe(1890)
  expect(expected([])).toBe(0)
})

test('a part-time week is not taken off twice: its hours are those of the days worked', () => {
  const halfTime = [{ starts: day('2026-01-01'), ends: null, weeklyMinutes: 1050 }]
  const idle = { from: day('2026-01-01'), to: day('2027-12-31'), weekdays: [3, 4] }
  expect(weeksOfTime([], [{ contracts: halfTime, absences: [idle] }], inWeek)[0]?.expected).toBe(1050)
})

test('where a contract doesn’t say its hours, working time isn’t known; two half posts add up', () => {
  const half = { starts: day('2026-01-01'), ends: null, weeklyMinutes: 1050 }
  const at = (contract: WorkingTime) => ({ contracts: [contract], absences: [] })
  const unknown = at({ ...half, weeklyMinutes: null })
  expect(weeksOfTime([], [unknown], inWeek)[0]?.expected).toBeNull()
  expect(weeksOfTime([], [at(half), unknown], inWeek)[0]?.expected).toBeNull()
  expect(weeksOfTime([], [at(half), at(half)], inWeek)[0]?.expected).toBe(2100)
})

test('an absence, or a part-time week, takes days of the post where it was declared, and none of the other', () => {
  const half = [{ starts: day('2026-01-01'), ends: null, weeklyMinutes: 1050 }]
  const year = { from: day('2026-01-01'), to: day('2027-12-31') }
  const first = { contracts: half, absences: [{ ...year, weekdays: [2, 3, 4] }] }
  const second = { contracts: half, absences: [{ ...year, weekdays: [0, 1] }] }
  const inBoth = (a: WorkedPost, b: WorkedPost) => weeksOfTime([], [a, b], inWeek)[0]?.expected
  expect(inBoth(first, second)).toBe(2100)
  // Monday and Tuesday, at the first alone.
  const away = { from: day('2026-11-23'), to: day('2026-11-24') }
  expect(inBoth({ ...first, absences: [...first.absences, away] }, second)).toBe(1050)
})
