import type { CalendarDay } from '../../domain/calendar-day.ts'
import { openQuestions } from '../../domain/report-message/thread.ts'
import type { CoopDatabase } from './database.ts'
import { plannedElsewhereToReport, type PlannedElsewhere } from './planned-elsewhere.ts'
import { messagesHere, type LocalMessage } from './report-messages.ts'

/** What *À compléter* shows beside `Unfinished`: it takes more to find out, and a first visit has none of it. */
export interface MoreToComplete {
  /** What a structure asked and nobody answered, in the order in which it is read. */
  questions: LocalMessage[]
  /** What others planned that is over without a report; the oldest first. */
  elsewhere: PlannedElsewhere[]
}

export async function readMoreToComplete(
  db: CoopDatabase,
  moment: { now: number; today: CalendarDay },
): Promise<MoreToComplete> {
  const [messages, elsewhere] = await Promise.all([messagesHere(db), plannedElsewhereToReport(db, moment)])
  return { questions: openQuestions(messages), elsewhere }
}

/** How much of it there is: for the heading of *À compléter*, and for the app's icon. */
export function countOfMore({ questions, elsewhere }: MoreToComplete): number {
  return questions.length + elsewhere.length
}
