import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'

/** What every confirmation says, whatever it is about. */
export const confirmedOn = {
  /** The day of what is confirmed: when a computer was received, when an event takes place. */
  day: calendarDaySchema,
  /** When it was said, by the clock of whoever says it: it orders words of one day. */
  at: z.iso.datetime({ offset: true }),
}
