import type { CalendarDay } from '../calendar-day.ts'
import { isStopped, type ReminderAnswer } from './reminder-answer.ts'
import { turnOfReader, type ReminderReader } from './reminder-readers.ts'
import { rulesOn } from './reminder-rules.ts'
import type { Silence } from './silence.ts'

const dayMs = 86_400_000

/**
 * Whether a reader is written to about a silence today: while it is their turn, and no longer once it is another's.
 * The page and the home screen go on showing it.
 */
export function isWrittenTo(
  reader: ReminderReader,
  silence: Silence,
  answers: readonly ReminderAnswer[],
  today: CalendarDay,
): boolean {
  return silence.turn === turnOfReader(reader) && !isStopped(answers, reader, silence, today)
}

/** Whoever was written to after this moment isn't written to now, whatever it was about. */
export function latestMailBefore(now: Date, today: CalendarDay): Date {
  return new Date(now.getTime() - rulesOn(today).daysBetweenMails * dayMs)
}
