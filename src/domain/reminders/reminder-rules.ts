import { quietFromDays } from '../absence/quiet-advisors.ts'
import type { CalendarDay } from '../calendar-day.ts'
import type { Turn } from './reminder-readers.ts'
import type { ReminderReason } from './reminder-reasons.ts'

/** How long a silence is before somebody's turn comes. */
export interface SilenceThreshold {
  /** Days since anything told of it. */
  readonly days: number
  /** Of them, days of work that no absence takes (quiet-advisors.ts): a holiday or a week off is no silence. */
  readonly workingDays: number
}

export interface ReminderRules {
  readonly version: number
  /** Days from this one on are judged by it, until the next version. */
  readonly from: CalendarDay
  readonly turns: Readonly<Record<Exclude<Turn, 'nobody'>, SilenceThreshold>>
  /** Days for which an answer stops reminders, that on which it is given included. */
  readonly answerDays: Readonly<Record<ReminderReason, number>>
  /** Nobody is written to again before as many days have passed. */
  readonly daysBetweenMails: number
}

/** A change is a line more: what is written here isn't changed, since what was sent says by which version it was. */
export const reminderRules: readonly [ReminderRules, ...ReminderRules[]] = [
  {
    version: 1,
    // The scheme began in 2021: no day is earlier. It is a calendar day, as one reads.
    from: '2021-01-01' as CalendarDay,
    turns: {
      advisor: { days: 15, workingDays: quietFromDays },
      structure: { days: 30, workingDays: 2 * quietFromDays },
      watchers: { days: 45, workingDays: 3 * quietFromDays },
    },
    answerDays: {
      'to-file': 7,
      'no-activity': 15,
      left: 30,
      asked: 7,
      planned: 15,
      gone: 30,
      contacting: 15,
      known: 30,
    },
    daysBetweenMails: 7,
  },
]

/** The rules that hold on a day. */
export function rulesOn(day: CalendarDay): ReminderRules {
  return reminderRules.findLast(({ from }) => from <= day) ?? reminderRules[0]
}
