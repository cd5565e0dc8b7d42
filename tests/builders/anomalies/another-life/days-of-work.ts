import { absentOn, type AwayShare } from '../../../../src/domain/absence/absent-on.ts'
import type { CalendarDay } from '../../../../src/domain/calendar-day.ts'
import { daysIn } from '../../../../src/domain/calendar-month.ts'
import { isFrenchHoliday, weekdayOf } from '../../../../src/domain/french-holidays.ts'
import { happens, seededRandom } from '../../../../src/server/demonstration/seeded-random.ts'
import type { ContractDates } from '../../../../src/domain/sync/decide.ts'
import type { Advisor } from './advisor.ts'
import { isEmployedOn } from './contracts.ts'
import type { TimeAway } from './time-away.ts'

/** A day that is worked: which halves, and whether the rest of it is training. */
export interface DayOfWork {
  readonly day: CalendarDay
  readonly morning: boolean
  readonly afternoon: boolean
  readonly isHoliday: boolean
  readonly trained: AwayShare
}

/** Days of an advisor on which there is something to report, in order. */
export function daysOfWork(
  advisor: Advisor,
  contracts: readonly ContractDates[],
  away: readonly TimeAway[],
  period: { readonly from: CalendarDay; readonly to: CalendarDay },
): DayOfWork[] {
  return daysIn(period)
    .filter((day) => isEmployedOn(contracts, day) && isUsual(advisor, day))
    .map((day): DayOfWork => ({
      day,
      morning: !away.some((time) => takes(time, day, 'morning')),
      afternoon: !away.some((time) => takes(time, day, 'afternoon')),
      isHoliday: isFrenchHoliday(day, advisor.department),
      trained: absentOn(
        away.filter(({ kind }) => kind === 'formation'),
        day,
      ),
    }))
    .filter(({ morning, afternoon, trained }) => morning || afternoon || trained > 0)
}

function takes(time: TimeAway, day: CalendarDay, half: 'morning' | 'afternoon'): boolean {
  const share = absentOn([time], day)
  if (share !== 0.5) return share === 1
  return (half === 'afternoon') === (day === time.from && time.fromNoon === true)
}

function isUsual(advisor: Advisor, day: CalendarDay): boolean {
  const random = seededRandom(`${advisor.seed}/rest/${day}`)
  if (isFrenchHoliday(day, advisor.department)) {
    const isFeast = ['05-08', '07-14', '11-11', '08-15'].includes(day.slice(5)) || weekdayOf(day) === 0
    return advisor.worksOnHolidays && isFeast && happens(random, 0.4)
  }
  // Some Saturdays have a forum or an open day.
  if (weekdayOf(day) === 5 && advisor.habits.visits[5] === undefined) return happens(random, 0.03)
  return advisor.habits.visits[weekdayOf(day)] !== undefined
}
