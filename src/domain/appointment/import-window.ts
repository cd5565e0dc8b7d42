import { addDays, type CalendarDay } from '../calendar-day.ts'

/** How much of a calendar is read. A series that recurs for ever has its occurrences of these days, and no others. */
export const importBounds = {
  daysBack: 30,
  daysAhead: 90,
  /** Appointments of one file; the first by date are kept. */
  maxEvents: 1000,
  /** Bytes of a file: some ten thousand events. */
  maxFileSize: 5_000_000,
  /** Steps by which a rule is followed, of one series and of all those of a file: a phone isn't kept busy for ever. */
  maxSteps: 5000,
  maxStepsOfFile: 50_000,
} as const

/** Both days included. */
export interface DayWindow {
  readonly from: CalendarDay
  readonly to: CalendarDay
}

export function importWindow(today: CalendarDay): DayWindow {
  return { from: addDays(today, -importBounds.daysBack), to: addDays(today, importBounds.daysAhead) }
}

export function isInWindow({ date }: { date: CalendarDay }, { from, to }: DayWindow): boolean {
  return from <= date && date <= to
}
