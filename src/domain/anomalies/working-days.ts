import { absentOn } from '../absence/absent-on.ts'
import { hasContractOn } from '../access/has-contract-on.ts'
import type { CalendarDay } from '../calendar-day.ts'
import { addToMonth, daysIn, daysOfMonth, monthOfDay, type CalendarMonth } from '../calendar-month.ts'
import { isFrenchHoliday, weekdayOf } from '../french-holidays.ts'
import { isInPeriod, type Period } from '../statistics/period.ts'
import type { AdvisorMonth } from './advisor-month.ts'

type Standing = Pick<AdvisorMonth, 'contracts' | 'absences' | 'department'>

/** Days on which an advisor is expected to work: Monday to Friday, inside a contract, no holiday, no absence known. */
export function workingDaysIn(period: Period, standing: Standing): CalendarDay[] {
  return weekdaysIn(period, standing.department).filter(
    (day) => hasContractOn(standing, day) && absentOn(standing.absences, day) < 1,
  )
}

function weekdaysIn(period: Period, department: string | undefined): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let month = monthOfDay(period.from); month <= period.to.slice(0, 7); month = addToMonth(month, 1)) {
    days.push(...weekdaysOfMonth(month, department).filter((day) => isInPeriod(day, period)))
  }
  return days
}

/** The calendar is the same for everybody: it is made once for each month and department. */
const calendars = new Map<string, readonly CalendarDay[]>()

function weekdaysOfMonth(month: CalendarMonth, department: string | undefined): readonly CalendarDay[] {
  const key = `${month} ${department}`
  const known = calendars.get(key)
  if (known) return known
  const days = daysIn(daysOfMonth(month)).filter(
    (day) => weekdayOf(day) < 5 && !isFrenchHoliday(day, department),
  )
  calendars.set(key, days)
  return days
}
