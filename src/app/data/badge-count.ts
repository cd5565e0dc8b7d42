import type { CalendarDay } from '../../domain/calendar-day.ts'
import { appointmentsToComplete } from './appointments.ts'
import type { CoopDatabase } from './database.ts'
import { readMeta } from './meta.ts'
import { reportsByDay } from './reports.ts'
import { readSyncStatus } from './sync-status.ts'

/** What the app's icon counts: what waits to be sent, what was refused, what is over without a report, and reminders (I25). */
export async function badgeCount(
  db: CoopDatabase,
  moment: { now: number; today: CalendarDay },
): Promise<number> {
  const [{ pending, toCorrect }, toComplete, reminders] = await Promise.all([
    readSyncStatus(db),
    appointmentsToComplete(db, moment),
    openReminders(db),
  ])
  return pending + toCorrect + toComplete.length + reminders
}

/** Those that the home page found, as long as no other activity is the last one. */
async function openReminders(db: CoopDatabase): Promise<number> {
  const found = await readMeta(db, 'reminders')
  if (!found?.count) return 0
  const [last] = await reportsByDay(db, { limit: 1 })
  return (last?.report.date ?? null) === found.lastDay ? found.count : 0
}
