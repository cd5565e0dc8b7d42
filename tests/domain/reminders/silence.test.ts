import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isQuiet, type WatchedPost } from '../../../src/domain/absence/quiet-advisors.ts'
import { hasContractOn } from '../../../src/domain/access/has-contract-on.ts'
import { addDays, calendarDaySchema, daysBetween } from '../../../src/domain/calendar-day.ts'
import { turns } from '../../../src/domain/reminders/reminder-readers.ts'
import { reminderRules } from '../../../src/domain/reminders/reminder-rules.ts'
import { firstSilentDay, silenceOn } from '../../../src/domain/reminders/silence.ts'
import { absenceOf, aWorkingLife, lookedAtOn as today, silentFor } from '../../builders/a-working-life.ts'

const turnAfter = (days: number) => silenceOn(silentFor(days), today).turn
const least = reminderRules[0].turns.advisor.days

test('a silence is the advisor’s after 15 days, the structure’s after 30, and watched over after 45', () => {
  expect([14, 15, 29, 30, 44, 45, 300].map(turnAfter)).toEqual([
    'nobody',
    'advisor',
    'advisor',
    'structure',
    'structure',
    'watchers',
    'watchers',
  ])
})

test('it says since when, and when the last activity was', () => {
  const lastActivity = addDays(today, -20)
  expect(silenceOn(silentFor(20), today)).toEqual({
    lastActivity,
    since: lastActivity,
    days: 20,
    turn: 'advisor',
    version: 1,
  })
})

test('it begins when leave that follows the last activity is over', () => {
  const back = addDays(today, -16)
  const onLeave = silentFor(40, [absenceOf(addDays(today, -39), back)])
  expect(silenceOn(onLeave, today)).toMatchObject({ since: back, days: 16, turn: 'advisor' })
})

test('days that are no work don’t make a silence: two weeks of holidays in a month put it off', () => {
  const christmas = calendarDaySchema.parse('2027-01-04')
  const posts = [{ contracts: [{ starts: addDays(christmas, -300), ends: null }], stays: null, absences: [] }]
  const since = addDays(christmas, -15)
  expect(silenceOn({ posts, activityDays: [since] }, christmas)).toMatchObject({ days: 15, turn: 'nobody' })
})

test('whatever the order of facts, it is the same', () => {
  fc.assert(
    fc.property(aWorkingLife, fc.integer(), ({ posts, activityDays }, by) => {
      const turned = <T>(all: readonly T[]) => {
        const from = all.length === 0 ? 0 : Math.abs(by) % all.length
        return [...all.slice(from), ...all.slice(0, from)].reverse()
      }
      const others = {
        posts: turned(posts).map((post) => ({
          ...post,
          contracts: turned(post.contracts),
          absences: turned(post.absences),
        })),
        activityDays: turned(activityDays),
      }
      expect(silenceOn(others, today)).toEqual(silenceOn({ posts, activityDays }, today))
    }),
  )
})

test('the first day to be explained is a day of work', () => {
  const friday = calendarDaySchema.parse('2026-10-30')
  expect(firstSilentDay({ since: friday })).toBe('2026-11-02')
  expect(firstSilentDay({ since: addDays(friday, -3) })).toBe('2026-10-28')
})

test('an absence from that day on explains it', () => {
  fc.assert(
    fc.property(aWorkingLife, ({ posts, activityDays }) => {
      const silence = silenceOn({ posts, activityDays }, today)
      if (silence.turn === 'nobody') return
      const all = absenceOf(firstSilentDay(silence), today)
      const covered = posts.map((post) => ({ ...post, absences: [...post.absences, all] }))
      expect(silenceOn({ posts: covered, activityDays }, today).turn).toBe('nobody')
    }),
  )
})

test('an absence that covers it stops it', () => {
  fc.assert(
    fc.property(aWorkingLife, ({ posts, activityDays }) => {
      const { since } = silenceOn({ posts, activityDays }, today)
      const all = absenceOf(addDays(since, 1), today)
      const covered = posts.map((post) => ({ ...post, absences: [...post.absences, all] }))
      expect(silenceOn({ posts: covered, activityDays }, today).turn).toBe('nobody')
    }),
  )
})

test('an absence until yesterday that covers it stops it too', () => {
  fc.assert(
    fc.property(aWorkingLife, ({ posts, activityDays }) => {
      const { since } = silenceOn({ posts, activityDays }, today)
      const all = absenceOf(addDays(since, 1), addDays(today, -1))
      const covered = posts.map((post) => ({ ...post, absences: [...post.absences, all] }))
      expect(silenceOn({ posts: covered, activityDays }, today).turn).toBe('nobody')
    }),
  )
})

test('one absence more never makes it anybody’s turn sooner', () => {
  fc.assert(
    fc.property(aWorkingLife, fc.nat(100), fc.nat(20), ({ posts, activityDays }, back, days) => {
      const from = addDays(today, -back)
      const more = absenceOf(from, addDays(from, days))
      const away = posts.map((post) => ({ ...post, absences: [...post.absences, more] }))
      const turnOf = (all: readonly WatchedPost[]) =>
        turns.indexOf(silenceOn({ posts: all, activityDays }, today).turn)
      expect(turnOf(away)).toBeLessThanOrEqual(turnOf(posts))
    }),
  )
})

test('nobody is reminded without a contract today, nor before one has lasted as long', () => {
  fc.assert(
    fc.property(aWorkingLife, (life) => {
      const { turn, since } = silenceOn(life, today)
      if (turn === 'nobody') return
      expect(life.posts.some((post) => hasContractOn(post, today))).toBe(true)
      const held = life.posts.flatMap(({ contracts }) => contracts)
      const first = held.map(({ starts }) => starts).sort()[0] ?? today
      expect(since >= addDays(first, -1)).toBe(true)
      expect(daysBetween(addDays(first, -1), today)).toBeGreaterThanOrEqual(least)
    }),
  )
})

test('whoever is reminded is quiet for the lists of figures too', () => {
  fc.assert(
    fc.property(aWorkingLife, (life) => {
      const { turn, lastActivity } = silenceOn(life, today)
      expect(turn === 'nobody' || isQuiet(life.posts, lastActivity, today)).toBe(true)
    }),
  )
})

test('an activity dated tomorrow, where it is tomorrow already, ends a silence', () => {
  const { posts, activityDays } = silentFor(40)
  expect(silenceOn({ posts, activityDays: [...activityDays, addDays(today, 1)] }, today)).toMatchObject({
    days: 0,
    turn: 'nobody',
  })
})

test('where the day is another one, the turn comes a day sooner or later and never twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80 }), (days) => {
      const life = silentFor(days)
      const [there, here] = [addDays(today, -1), today].map((day) => turns.indexOf(silenceOn(life, day).turn))
      expect(here ?? 0).toBeGreaterThanOrEqual(there ?? 0)
    }),
  )
})
