import type { CalendarDay } from '../calendar-day.ts'
import { isStopped, type ReminderAnswer } from './reminder-answer.ts'
import { isReached, type ReminderReader } from './reminder-readers.ts'
import { rulesOn } from './reminder-rules.ts'
import type { Silence } from './silence.ts'

const dayMs = 86_400_000

/**
 * Whether a reader is written to about a silence today: from their turn on, with those whose turn came before; the advisor
 * no longer once it is watched over, since it is the employer's to settle by then. Pages go on showing it.
 */
export function isWrittenTo(
  reader: ReminderReader,
  silence: Silence,
  answers: readonly ReminderAnswer[],
  today: CalendarDay,
): boolean {
  const isOver = reader === 'advisor' && silence.turn === 'watchers'
  return isReached(reader, silence.turn) && !isOver && !isStopped(answers, reader, silence, today)
}

/** Whoever was written to after this moment isn't written to now, whatever it was about. */
export function latestMailBefore(now: Date, today: CalendarDay): Date {
  return new Date(now.getTime() - rulesOn(today).daysBetweenMails * dayMs)
}
