import { addDays, addMonths, type CalendarDay } from '../calendar-day.ts'

/** How long a grant agreement lasts, in months. */
export const conventionMonths = { least: 18, most: 36 } as const

/** The last day of an agreement of so many months. */
export function conventionEnd(starts: CalendarDay, months: number): CalendarDay {
  return addDays(addMonths(starts, months), -1)
}

/** Whether an agreement lasts 18 to 36 months, first and last day included. */
export function isConventionLength(starts: CalendarDay, ends: CalendarDay): boolean {
  const { least, most } = conventionMonths
  return conventionEnd(starts, least) <= ends && ends <= conventionEnd(starts, most)
}
