import { addDays, type CalendarDay } from '../calendar-day.ts'
import { isWorkingDay, weekdayOf } from '../french-holidays.ts'
import type { AbsenceDays } from './absence.ts'

/** How much of a day somebody is away: none, half or all of it. */
export type AwayShare = 0 | 0.5 | 1

/**
 * How much of a day these absences take, of somebody who works that day otherwise. Each half counts once, however many
 * absences hold it: the advisor and the employer may both have declared it.
 */
export function absentOn(absences: readonly AbsenceDays[], day: CalendarDay): AwayShare {
  const [morning, afternoon] = [isAway(absences, day, 'morning'), isAway(absences, day, 'afternoon')]
  if (morning && afternoon) return 1
  return morning || afternoon ? 0.5 : 0
}

type Half = 'morning' | 'afternoon'

function isAway(absences: readonly AbsenceDays[], day: CalendarDay, half: Half): boolean {
  return absences.some((absence) => holdsHalf(absence, day, half))
}

function holdsHalf({ from, to, fromNoon, toNoon, weekdays }: AbsenceDays, day: CalendarDay, half: Half) {
  if (day < from || day > to) return false
  if (weekdays && !weekdays.includes(weekdayOf(day))) return false
  if (day === from && fromNoon && half === 'morning') return false
  return !(day === to && toNoon && half === 'afternoon')
}

/**
 * Days that somebody is expected to work, from one day to another, both included: working days less what their absences
 * take of them. Halves are counted.
 *
 * @param isExpected which days count at all, such as those inside a contract
 */
export function expectedDays(
  absences: readonly AbsenceDays[],
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
  isExpected: (day: CalendarDay) => boolean = () => true,
): number {
  let days = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day) && isExpected(day)) days += 1 - absentOn(absences, day)
  }
  return days
}

/** Working days that these absences take, from one day to another, both included. */
export function daysAway(
  absences: readonly AbsenceDays[],
  days: { readonly from: CalendarDay; readonly to: CalendarDay },
  isExpected?: (day: CalendarDay) => boolean,
): number {
  return expectedDays([], days, isExpected) - expectedDays(absences, days, isExpected)
}
