import { addDays, type CalendarDay } from '../calendar-day.ts'
import type { ReminderReader } from './reminder-readers.ts'
import { reasonEntry, type ReminderReason } from './reminder-reasons.ts'
import { rulesOn } from './reminder-rules.ts'
import type { Silence } from './silence.ts'

/** What somebody said of a silence. */
export interface ReminderAnswer {
  readonly reader: ReminderReader
  readonly reason: ReminderReason
  readonly on: CalendarDay
}

/**
 * The last day on which answers keep a reader from being reminded of a silence; null where none does. What was said
 * before the silence began was said of another one.
 */
export function stoppedUntil(
  answers: readonly ReminderAnswer[],
  reader: ReminderReader,
  { since }: Pick<Silence, 'since'>,
): CalendarDay | null {
  const ends = answers.filter((answer) => answer.on > since && isAbout(answer, reader)).map(lastDayOf)
  return ends.sort().at(-1) ?? null
}

/** Whether a reader is to be left alone about a silence today. */
export function isStopped(
  answers: readonly ReminderAnswer[],
  reader: ReminderReader,
  silence: Pick<Silence, 'since'>,
  today: CalendarDay,
): boolean {
  const last = stoppedUntil(answers, reader, silence)
  return last !== null && today <= last
}

function isAbout({ reader: by, reason }: ReminderAnswer, reader: ReminderReader): boolean {
  return by === reader || reasonEntry(reason).quiets.includes(reader)
}

function lastDayOf({ reason, on }: ReminderAnswer): CalendarDay {
  return addDays(on, rulesOn(on).answerDays[reason] - 1)
}
