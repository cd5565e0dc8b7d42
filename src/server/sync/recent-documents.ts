import { addDays, frenchDayOf } from '../../domain/calendar-day.ts'
import type { PersonId } from '../../domain/ids.ts'
import { identifiesPeople, isClosed } from '../../domain/sync/closed-scope.ts'
import { recentDays, recentMaxDocuments } from '../../domain/sync/limits.ts'
import type { RecentAnswer } from '../../domain/sync/wire.ts'
import { recentDocuments } from '../store/sync-changes.ts'
import { readStanding } from '../store/sync-standing.ts'
import { snapshotRead } from '../store/transaction.ts'
import { requireOwnSender, requireStanding, type SenderFields } from './require-standing.ts'
import type { SyncService } from './sync-service.ts'
import { wireDocument } from './wire-document.ts'

/** The newest documents of the person's own scopes, for a new device's first screen (sync.md 3.3, 3.8). */
export async function recentAnswer(
  sync: SyncService,
  person: PersonId,
  sender: SenderFields,
): Promise<RecentAnswer> {
  requireOwnSender(person, sender)
  const now = sync.clock()
  const since = addDays(frenchDayOf(now), -recentDays)
  return snapshotRead(sync.store, async (tx) => {
    const standing = await readStanding(tx, person, sender.deviceId)
    requireStanding(standing, person, sender, { newDevice: true })
    const found = []
    for (const { scope, contracts } of standing.grants) {
      const closed = isClosed(contracts, frenchDayOf(now))
      for (const document of await recentDocuments(tx, scope, since, recentMaxDocuments)) {
        // What is told without its values is of no use to a first screen.
        if (!closed || !identifiesPeople(document.collection)) found.push(document)
      }
    }
    const newest = found.sort((a, b) => compareDays(b.day, a.day)).slice(0, recentMaxDocuments)
    const documents = newest.map((document) => wireDocument(document, { isClosed: false }))
    return { epoch: standing.epoch, serverTime: now.toISOString(), documents }
  })
}

/** By day; what has none comes after every day, so that it comes first among the newest. */
function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
