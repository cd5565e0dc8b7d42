import type { CalendarDay } from '../../domain/calendar-day.ts'
import { appointmentsToComplete } from './appointments.ts'
import type { CoopDatabase } from './database.ts'
import { readSyncStatus } from './sync-status.ts'

/** What the app's icon counts: what waits to be sent, what was refused, and what is over without a report (I25). */
export async function badgeCount(
  db: CoopDatabase,
  moment: { now: number; today: CalendarDay },
): Promise<number> {
  const [{ pending, toCorrect }, toComplete] = await Promise.all([
    readSyncStatus(db),
    appointmentsToComplete(db, moment),
  ])
  return pending + toCorrect + toComplete.length
}
