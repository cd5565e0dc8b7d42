import { Dexie } from 'dexie'
import { showBadge } from '../app/data/app-badge.ts'
import { badgeCount, keptMore } from '../app/data/badge-count.ts'
import { databaseName, openDatabase } from '../app/data/database.ts'
import { runCycle } from '../app/data/run-cycle.ts'
import { todayHere } from '../app/data/today.ts'
import { fetchTransport } from '../app/data/transport.ts'
import type { PersonId } from '../domain/ids.ts'

/** A woken worker has little time: what doesn't fit is sent when the app is next open. */
const limitMs = 25_000

/**
 * Sends a person's waiting reports with the app closed, by the page's own engine. Running beside a page is harmless
 * (I24). A network that fails again makes the browser try later.
 */
export async function sendWaitingReports(person: PersonId): Promise<void> {
  if (!(await Dexie.exists(databaseName(person)))) return
  const db = openDatabase(person)
  try {
    const outcome = await runCycle({ db, transport: fetchTransport(), signal: AbortSignal.timeout(limitMs) })
    if (outcome.kind === 'stopped' && outcome.reason === 'offline')
      throw new Error('offline: to be tried again')
  } finally {
    const moment = { now: Date.now(), today: todayHere() }
    await showBadge(await badgeCount(db, moment, await keptMore(db)))
    db.close()
  }
}
