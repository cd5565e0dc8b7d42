import * as z from 'zod/mini'
import { absentOn } from '../absence/absent-on.ts'
import type { KnownAbsence } from '../anomalies/advisor-month.ts'
import { workingDaysIn } from '../anomalies/working-days.ts'
import { calendarDaySchema, type CalendarDay } from '../calendar-day.ts'
import { daysOfMonth, type CalendarMonth } from '../calendar-month.ts'
import type { ContractDates } from '../sync/decide.ts'

/** The days of an advisor's month: Monday to Friday, without holidays, inside a contract with the structure. */
export const lineDaysSchema = z.object({
  workingDays: z.int(),
  /** Those on which an activity is reported. */
  reported: z.int(),
  /** Those without any, each with the absence that explains it; null where none does for the whole day. */
  silent: z.array(z.object({ day: calendarDaySchema, why: z.nullable(z.string()) })),
})
export type LineDays = z.infer<typeof lineDaysSchema>

interface Standing {
  readonly contracts: readonly ContractDates[]
  readonly absences: readonly KnownAbsence[]
  readonly department: string | undefined
}

/** @param active days with an activity, working days or not */
export function lineDaysOf(
  month: CalendarMonth,
  { contracts, absences, department }: Standing,
  active: ReadonlySet<CalendarDay>,
): LineDays {
  const days = workingDaysIn(daysOfMonth(month), { contracts, department, absences: [] })
  const silent = days.filter((day) => !active.has(day))
  return {
    workingDays: days.length,
    reported: days.length - silent.length,
    silent: silent.map((day) => ({ day, why: whyOf(absences, day) })),
  }
}

/** Half a day away leaves the other half to be explained. */
function whyOf(absences: readonly KnownAbsence[], day: CalendarDay): string | null {
  if (absentOn(absences, day) < 1) return null
  return absences.find((absence) => absentOn([absence], day) > 0)?.kind ?? null
}
