import { isCountedOn, type CountedDays } from '../access/counted-days.ts'
import { addDays, type CalendarDay } from '../calendar-day.ts'
import { isWorkingDay } from '../french-holidays.ts'
import type { AbsenceDays } from './absence.ts'
import { absentOn } from './absent-on.ts'
import { idleWeekdays, inPartTimeWeeks } from './part-time-week.ts'

/** Days of work without any activity from which one asks what is the matter: two weeks. */
export const quietFromDays = 10

/** Of a part-time week two weeks are fewer days of work: as many fewer, but not fewer than these. */
const quietFromDaysOfPartTime = 5

/** How far back one looks: longer than this is said to be this. */
const lookBackDays = 366

/** A post of an advisor, and when they were away from it. */
export interface WatchedPost extends CountedDays {
  readonly absences: readonly AbsenceDays[]
}

/**
 * How many days somebody was expected to work since their last activity, today left out since it isn't over: working
 * days that a contract holds, in the team where a team asks, less absences. Whoever holds two posts is expected on a day
 * where either of them expects it.
 */
export function quietDays(
  posts: readonly WatchedPost[],
  lastActivity: CalendarDay | null,
  today: CalendarDay,
): number {
  let days = 0
  for (let day = addDays(firstWatched(lastActivity, today), 1); day < today; day = addDays(day, 1)) {
    if (isWorkingDay(day)) days += expectedShare(posts, day)
  }
  return days
}

function expectedShare(posts: readonly WatchedPost[], day: CalendarDay): number {
  const counted = posts.filter((post) => isCountedOn(post, day))
  return Math.max(0, ...counted.map(({ absences }) => 1 - absentOn(absences, day)))
}

/**
 * Whether somebody has had no activity for two weeks of work and is not away: who is away today is asked nothing, and
 * neither is who isn't expected today by any contract.
 */
export function isQuiet(
  posts: readonly WatchedPost[],
  lastActivity: CalendarDay | null,
  today: CalendarDay,
): boolean {
  if (!isExpectedOn(posts, today)) return false
  const days = quietDays(posts, lastActivity, today)
  if (days >= quietFromDays || days < quietFromDaysOfPartTime) return days >= quietFromDays
  return days >= twoWeeksOf(posts, silentSince(posts, lastActivity, today))
}

/** Days of work in two weeks of whoever was silent since a day, by the part-time week of the first day of it. */
function twoWeeksOf(posts: readonly WatchedPost[], since: CalendarDay): number {
  let first = addDays(since, 1)
  while (!isWorkingDay(first)) first = addDays(first, 1)
  const counted = posts.filter((post) => isCountedOn(post, first))
  const [own = new Set<number>(), ...others] = counted.map(({ absences }) => idleWeekdays(absences, first))
  // Whoever holds two posts is idle on the days on which neither expects them.
  const idle = new Set([...own].filter((weekday) => others.every((other) => other.has(weekday))))
  return inPartTimeWeeks(quietFromDays, idle, quietFromDaysOfPartTime)
}

/** Whether any contract expects somebody on a day that no absence takes whole; weekends and holidays are days as others. */
export function isExpectedOn(posts: readonly WatchedPost[], day: CalendarDay): boolean {
  return posts.some((post) => isCountedOn(post, day) && absentOn(post.absences, day) < 1)
}

/** The last day that something tells of before a silence: an activity, the absence right after it, the eve of a contract. */
export function silentSince(
  posts: readonly WatchedPost[],
  lastActivity: CalendarDay | null,
  today: CalendarDay,
): CalendarDay {
  let since = firstWatched(lastActivity, today)
  for (let day = addDays(since, 1); day < today; day = addDays(day, 1)) {
    if (isWorkingDay(day) && expectedShare(posts, day) > 0) return since
    // A weekend after an absence is nobody's; one before a contract is before it.
    if (isWorkingDay(day) || !posts.some((post) => isCountedOn(post, day))) since = day
  }
  return since
}

/** The day after which one looks. */
function firstWatched(lastActivity: CalendarDay | null, today: CalendarDay): CalendarDay {
  const before = addDays(today, -lookBackDays - 1)
  return lastActivity !== null && lastActivity > before ? lastActivity : before
}
