import type { OwnAnswer } from '../../domain/access/reminders.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { StructureId } from '../../domain/ids.ts'
import type { ReminderReason } from '../../domain/reminders/reminder-reasons.ts'
import type { CoopDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { newDocumentId } from './new-id.ts'
import { sendOwnAnswer } from './reminders.ts'

/** An answer that was given on this device. */
export interface KeptAnswerOfMine extends OwnAnswer {
  /** When it was given, in ms by the device's clock. */
  readonly at: number
  readonly isSent: boolean
}

/** As long as it can be taken back, it isn't sent, in ms. */
export const takenBackWithinMs = 10_000

/** Answers are few, and of a silence that is over after as many ms. */
const keptMs = 90 * 86_400_000

export async function readOwnAnswers(db: CoopDatabase): Promise<readonly KeptAnswerOfMine[]> {
  return (await readMeta(db, 'reminderAnswers')) ?? []
}

/** Keeps an answer here, where it counts at once; answers the way to take it back. */
export async function keepOwnAnswer(
  db: CoopDatabase,
  said: { structure: StructureId; reason: ReminderReason; on: CalendarDay },
  now = Date.now(),
): Promise<() => Promise<void>> {
  const key = newDocumentId()
  await change(db, (before) => [
    ...before.filter(({ at }) => now - at < keptMs),
    { ...said, key, at: now, isSent: false },
  ])
  return () => change(db, (before) => before.filter((answer) => answer.key !== key))
}

/** Sends what was answered here and can't be taken back any more; without network it is sent another time. */
export async function sendOwnAnswers(db: CoopDatabase, now = Date.now()): Promise<void> {
  const waiting = (await readOwnAnswers(db)).filter(
    ({ isSent, at }) => !isSent && now - at >= takenBackWithinMs,
  )
  for (const { key, structure, reason, on } of waiting) {
    if (await sendOwnAnswer({ key, structure, reason, on }))
      await change(db, (before) =>
        before.map((answer) => (answer.key === key ? { ...answer, isSent: true } : answer)),
      )
  }
}

async function change(
  db: CoopDatabase,
  of: (before: readonly KeptAnswerOfMine[]) => readonly KeptAnswerOfMine[],
): Promise<void> {
  await db.transaction('rw', db.meta, async () =>
    writeMeta(db, 'reminderAnswers', of((await readMeta(db, 'reminderAnswers')) ?? [])),
  )
}
