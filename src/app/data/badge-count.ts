import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { CoopDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { reportsByDay } from './reports.ts'
import { readSyncStatus } from './sync-status.ts'
import { mayHoldMore, readUnfinished } from './unfinished.ts'

interface Moment {
  /** In ms. */
  now: number
  today: CalendarDay
}

/**
 * What the app's icon counts: what waits to be sent, all that *À compléter* shows, and reminders (I25).
 * @param more how much *À compléter* shows beside what is unfinished
 */
export async function badgeCount(db: CoopDatabase, moment: Moment, more: number): Promise<number> {
  const [{ pending, toCorrect }, { count, refused }, reminders] = await Promise.all([
    readSyncStatus(db),
    readUnfinished(db, moment),
    openReminders(db),
  ])
  // What was refused is in both: it is counted once.
  return pending + toCorrect + (count - refused) + more + reminders
}

/** How much *À compléter* shows beside what is unfinished; what finds it is read only where there may be some. */
export async function countMore(db: CoopDatabase, moment: Moment): Promise<number> {
  if ((await mayHoldMore(db)) === 0) return 0
  // As Dexie asks of what is awaited in a live query and isn't its own, so that the query still knows what it has read.
  const { countOfMore, readMoreToComplete } = await Promise.resolve(import('./more-to-complete.ts'))
  return countOfMore(await readMoreToComplete(db, moment))
}

/** Keeps that number for the service worker, which would weigh a quarter more with what finds it. */
export async function keepMore(db: CoopDatabase, more: number): Promise<void> {
  if ((await keptMore(db)) !== more) await writeMeta(db, 'moreToComplete', more)
}

/** As a page of the app counted it last. */
export async function keptMore(db: CoopDatabase): Promise<number> {
  return (await readMeta(db, 'moreToComplete')) ?? 0
}

/** Those that the home page found, as long as no other activity is the last one. */
async function openReminders(db: CoopDatabase): Promise<number> {
  const found = await readMeta(db, 'reminders')
  if (!found?.count) return 0
  const [last] = await reportsByDay(db, { limit: 1 })
  return (last?.report.date ?? null) === found.lastDay ? found.count : 0
}
