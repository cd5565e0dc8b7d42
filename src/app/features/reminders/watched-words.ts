import type { SilentStructure } from '../../../domain/access/reminders.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { reasonEntry } from '../../../domain/reminders/reminder-reasons.ts'
import { dayIn } from './reminder-words.ts'

/** That somebody answered, and what the reader said themselves, a sentence each. */
export function answeredInWords(
  { answeredOn, own }: Pick<SilentStructure, 'answeredOn' | 'own'>,
  today: CalendarDay,
  who: string,
): string[] {
  return [
    ...(answeredOn === null ? [] : [`${who} a répondu le ${dayIn(answeredOn, today)}.`]),
    ...(own
      ? [
          `Vous avez répondu le ${dayIn(own.on, today)}\u00A0: ${reasonEntry(own.reason).label.toLowerCase()}.`,
        ]
      : []),
  ]
}
