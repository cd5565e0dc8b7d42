import { fetchOwnCommunity, keepOwnCommunity } from './community.ts'
import type { CoopDatabase } from './database.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { readMeta, writeMeta } from './meta.ts'
import { fetchOwnTraining, keepOwnTraining } from './training.ts'

/** How long what was read is good for, in ms: what others plan is told days ahead, and its own pages read it anew. */
const againAfterMs = 6 * 3_600_000

/** How long the server is left alone after a reading that brought less than all, in ms. */
const retryAfterMs = 15 * 60_000

/** For tests. */
export interface KeepCalendarsParts {
  fetch?: Fetch
  /** In ms. */
  now?: number
}

/**
 * Keeps what others planned (half-days of training, exams, events) on the device, so that the agenda has it without
 * network though it was never opened with one. Asks the server a few times a day at most.
 */
export async function keepCalendars(
  db: CoopDatabase,
  { fetch = browserFetch, now = Date.now() }: KeepCalendarsParts = {},
): Promise<void> {
  const turn = now + retryAfterMs
  if (!(await takeTurn(db, now, turn))) return
  const [training, community] = await Promise.all([
    fetchOwnTraining('mine', fetch),
    fetchOwnCommunity('mine', fetch),
  ])
  await db.transaction('rw', db.meta, async () => {
    // Whoever left this device meanwhile took the turn away with the rest: nothing of theirs comes back.
    if ((await readMeta(db, 'calendarsDueAt')) !== turn) return
    if (training.ok) await keepOwnTraining(db, 'mine', training.figures)
    if (community.ok) await keepOwnCommunity(db, 'mine', community.figures)
    if (training.ok && community.ok) await writeMeta(db, 'calendarsDueAt', now + againAfterMs)
  })
}

/** Whether it is due, and nobody is at it, in this tab or another. A clock that was ahead for a while delays nothing. */
async function takeTurn(db: CoopDatabase, now: number, turn: number): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const wait = ((await readMeta(db, 'calendarsDueAt')) ?? now) - now
    if (wait > 0 && wait <= againAfterMs) return false
    await writeMeta(db, 'calendarsDueAt', turn)
    return true
  })
}
