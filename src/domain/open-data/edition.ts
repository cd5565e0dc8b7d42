import * as z from 'zod/mini'
import type { CalendarDay } from '../calendar-day.ts'

export const editionNumberSchema = z.int().check(z.minimum(1)).brand<'EditionNumber'>()
/** One counting of one year, for ever: 1, 2, 3 … in the order in which they were made. */
export type EditionNumber = z.infer<typeof editionNumberSchema>

/**
 * When a year is counted: 45 days after its end, since the form warns of what is filed more than 30 days late. What is
 * published never changes, so it waits for the last reports.
 */
const countedOn = '02-15'

/** Years that are over, and that have waited long enough to be counted for good. @param from the first that is published */
export function yearsDue(today: CalendarDay, from: number): number[] {
  const last = Number(today.slice(0, 4)) - (today.slice(5) >= countedOn ? 1 : 2)
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index)
}

/** The first and the last day of a year. */
export function daysOfYear(year: number): { from: CalendarDay; to: CalendarDay } {
  // Every year has both.
  return { from: `${year}-01-01` as CalendarDay, to: `${year}-12-31` as CalendarDay }
}
