import { calendarDaySchema } from '../calendar-day.ts'
import type { Versioned } from '../commitments/versioned-milestones.ts'

/** What an event may be. The numbers are our own. */
export interface EventRules extends Versioned {
  readonly longestMinutes: number
  readonly shortestMinutes: number
  /** Days after it on which an event may still be published: attendance is marked of what was agreed by telephone too. */
  readonly publishedWithin: number
  /** Days before it from which on it may be. */
  readonly publishedFrom: number
  /** Days on which a past event still proposes its report. */
  readonly askedFor: number
}

export const eventRules: readonly [EventRules, ...EventRules[]] = [
  {
    version: 1,
    since: calendarDaySchema.parse('2021-01-01'),
    longestMinutes: 12 * 60,
    shortestMinutes: 15,
    publishedWithin: 60,
    publishedFrom: 550,
    askedFor: 60,
  },
]
