import { addDays, daysBetween, type CalendarDay } from '../../domain/calendar-day.ts'
import type { DemonstrationAdvisor } from './demonstration-advisor.ts'
import { mondayOf } from '../../domain/french-calendar.ts'

/** Mondays of the weeks between the start of the first contract and a day. */
export function mondaysOf({ contracts }: DemonstrationAdvisor, today: CalendarDay): CalendarDay[] {
  const starts = contracts.map((contract) => contract.starts).sort()
  const first = mondayOf(starts[0] ?? today)
  const weeks = Math.floor(daysBetween(first, today) / 7) + 1
  return Array.from({ length: Math.max(0, weeks) }, (_, week) => addDays(first, 7 * week))
}
