import { isExpectedOn, quietDays, silentSince, type WatchedPost } from '../absence/quiet-advisors.ts'
import { addDays, daysBetween, type CalendarDay } from '../calendar-day.ts'
import { isWorkingDay } from '../french-holidays.ts'
import type { Turn } from './reminder-readers.ts'
import { rulesOn, type SilenceThreshold } from './reminder-rules.ts'

/** What is known of somebody's work at one structure. */
export interface WorkFacts {
  readonly posts: readonly WatchedPost[]
  /** Days with an activity, in any order, whenever it was filed. */
  readonly activityDays: readonly CalendarDay[]
}

/** How long nothing has told of somebody's work, and whose turn it is. */
export interface Silence {
  readonly lastActivity: CalendarDay | null
  /** The last day that something tells of: an activity, the absence right after it, the eve of the contract. */
  readonly since: CalendarDay
  /** From then to today. */
  readonly days: number
  readonly turn: Turn
  /** Of the rules. */
  readonly version: number
}

/**
 * The silence of somebody on a day, by the days of their activities and never of their filing. Whoever is away today, or
 * isn't expected by any contract, is not silent: it is nobody's turn.
 */
export function silenceOn({ posts, activityDays }: WorkFacts, today: CalendarDay): Silence {
  const lastActivity = lastOf(activityDays)
  const since = silentSince(posts, lastActivity, today)
  const days = Math.max(0, daysBetween(since, today))
  const workingDays = isExpectedOn(posts, today) ? quietDays(posts, lastActivity, today) : 0
  const { turns, version } = rulesOn(today)
  const isOver = (least: SilenceThreshold) => days >= least.days && workingDays >= least.workingDays
  const turn = turnOrder.find((one) => isOver(turns[one])) ?? 'nobody'
  return { lastActivity, since, days, turn, version }
}

/** The first day that an absence has to hold to explain a silence: of work, after the last that something tells of. */
export function firstSilentDay({ since }: Pick<Silence, 'since'>): CalendarDay {
  let day = addDays(since, 1)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** The latest first. */
const turnOrder = ['watchers', 'structure', 'advisor'] as const

function lastOf(days: readonly CalendarDay[]): CalendarDay | null {
  return days.reduce<CalendarDay | null>((last, day) => (last === null || day > last ? day : last), null)
}
