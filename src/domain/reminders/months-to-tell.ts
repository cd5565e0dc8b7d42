import type { CalendarDay } from '../calendar-day.ts'
import { addToMonth, monthOfDay, type CalendarMonth } from '../calendar-month.ts'
import type { MonthStanding } from '../seal/month-standing.ts'

/** What a month asks of who answers for its structure: a word, or another one since something moved. */
export const askingStandings = ['to-vouch', 'to-review'] as const
export type AskingStanding = (typeof askingStandings)[number]

export interface MonthReminderRules {
  readonly version: number
  /** Days from this one on are judged by it, until the next version. */
  readonly from: CalendarDay
  /** How many months back one that nobody vouched for is told of: who comes late isn't asked for years. */
  readonly monthsBack: number
  /** How often a person is told of the same month, unless it is vouched for in between. */
  readonly timesMost: number
}

/** A change is a line more, as in reminder-rules.ts: what was sent says by which version it was. */
export const monthReminderRules: readonly [MonthReminderRules, ...MonthReminderRules[]] = [
  // The scheme began in 2021: no day is earlier. It is a calendar day, as one reads.
  { version: 1, from: '2021-01-01' as CalendarDay, monthsBack: 3, timesMost: 4 },
]

/** The rules that hold on a day. */
export function monthRulesOn(day: CalendarDay): MonthReminderRules {
  return monthReminderRules.findLast(({ from }) => from <= day) ?? monthReminderRules[0]
}

/** Where a month of a structure stands, and whether anybody had a contract there in it. */
export interface StandingMonthFacts {
  readonly month: CalendarMonth
  readonly standing: MonthStanding
  readonly sealedAt: string | null
  readonly isUnderContract: boolean
}

/** A month that asks something. */
export interface AskingMonth {
  readonly month: CalendarMonth
  readonly standing: AskingStanding
  readonly sealedAt: string | null
}

/** The months of a structure that ask something of who answers for it, the latest first. */
export function monthsThatAsk(months: readonly StandingMonthFacts[], today: CalendarDay): AskingMonth[] {
  const first = addToMonth(monthOfDay(today), -monthRulesOn(today).monthsBack)
  return months
    .flatMap(({ month, standing, sealedAt, isUnderContract }): AskingMonth[] => {
      switch (standing) {
        case 'not-yet':
        case 'vouched':
          return []
        case 'to-vouch':
          return isUnderContract && month >= first ? [{ month, standing, sealedAt }] : []
        case 'to-review':
          return [{ month, standing, sealedAt }]
      }
    })
    .sort((a, b) => b.month.localeCompare(a.month))
}

/** That somebody was told of a month. */
export interface ToldMonth {
  readonly month: CalendarMonth
  readonly at: string
}

/** Of months that ask something, those of which somebody hasn't been told often enough since their last seal. */
export function monthsToTell(
  asking: readonly AskingMonth[],
  told: readonly ToldMonth[],
  today: CalendarDay,
): AskingMonth[] {
  const { timesMost } = monthRulesOn(today)
  return asking.filter(({ month, sealedAt }) => {
    const times = told.filter((one) => one.month === month && (sealedAt === null || one.at > sealedAt))
    return times.length < timesMost
  })
}
