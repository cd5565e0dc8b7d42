import { readCalendar } from '../../domain/appointment/icalendar/read-calendar.ts'
import { importBounds } from '../../domain/appointment/import-window.ts'
import type { CalendarRead } from '../../domain/appointment/planned-event.ts'
import { addMonths, type CalendarDay } from '../../domain/calendar-day.ts'
import { calendarText } from './calendar-text.ts'

/** Months of a training body's calendar that are read, before today and after it. */
const monthsRead = 18

/** Reads a training body's calendar; undefined where it is none, or too large. Nothing is written. */
export async function readTrainingCalendar(
  file: Blob,
  today: CalendarDay,
): Promise<CalendarRead | undefined> {
  if (file.size > importBounds.maxFileSize) return undefined
  const text = calendarText(new Uint8Array(await file.arrayBuffer()))
  const window = { from: addMonths(today, -monthsRead), to: addMonths(today, monthsRead) }
  // Times without a zone are those of who wrote the file.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return readCalendar(text, { window, timeZone, tellsCancelled: true })
}
