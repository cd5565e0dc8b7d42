import { addDays, type CalendarDay } from '../../domain/calendar-day.ts'
import { isFrenchHoliday, weekdayOf } from '../../domain/french-calendar.ts'
import { weightedItem, wholeBetween, type Random } from './seeded-random.ts'
import type { Session } from './working-sessions.ts'

/** When a report was filed: the day that it says, and the instant of the save. Never before the activity. */
export interface Filing {
  readonly filedOn: CalendarDay
  readonly filedAt: Date
}

/**
 * The filing of a visit that ended `minutesSpent` minutes into its half-day. Mostly the same day, sometimes up to ten days later, very few past
 * the thirty days of the form's warning.
 */
export function filingOf(
  random: Random,
  session: Pick<Session, 'day' | 'half'>,
  minutesSpent: number,
): Filing {
  const [low, high] = weightedItem(random, delays)
  const filedOn = workingDayFrom(addDays(session.day, wholeBetween(random, low, high)), session.day)
  const minuteOfDay =
    filedOn === session.day
      ? startOfHalf[session.half] + minutesSpent + wholeBetween(random, 2, 60)
      : wholeBetween(random, 8 * 60, 16 * 60)
  return { filedOn, filedAt: instantOf(filedOn, minuteOfDay, wholeBetween(random, 0, 59)) }
}

/** Ranges of days between activity and filing, with weights: a guess of ours. */
const delays: readonly (readonly [readonly [number, number], number])[] = [
  [[0, 0], 83],
  [[1, 1], 8],
  [[2, 5], 6],
  [[6, 7], 2.6],
  [[11, 40], 0.4],
]

/** Minutes of the day, UTC. A day's filings all fall between 7 and 18 h UTC: the same calendar day in France. */
const startOfHalf = { morning: 7 * 60 + 15, afternoon: 12 * 60 } as const

/** Nobody files on Sundays and holidays, unless the activity took place on that very day. */
function workingDayFrom(day: CalendarDay, activity: CalendarDay): CalendarDay {
  const rests = day !== activity && (weekdayOf(day) >= 5 || isFrenchHoliday(day))
  return rests ? workingDayFrom(addDays(day, 1), activity) : day
}

function instantOf(day: CalendarDay, minuteOfDay: number, second: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + (minuteOfDay * 60 + second) * 1000)
}
