import type { PendingOp } from '../../domain/sync/pending-op.ts'
import type { CoopDatabase } from './database.ts'

/** What was not sent before its scope was withdrawn, oldest first. It goes out if the scope is given back (I15). */
export async function listOrphans(db: CoopDatabase): Promise<PendingOp[]> {
  const orphans = await db.orphan.toArray()
  return orphans.sort((a, b) => a.n - b.n)
}

/** JSON text of everything on this device that the server doesn't have: queue, orphans and drafts. */
export async function exportUnsent(db: CoopDatabase): Promise<string> {
  return db.transaction('r', [db.report, db.place, db.other, db.outbox, db.orphan, db.draft], async () => {
    const [waiting, orphans, drafts] = await Promise.all([
      db.outbox.orderBy('n').toArray(),
      listOrphans(db),
      db.draft.toArray(),
    ])
    return JSON.stringify({ format: 'espace-coop-unsent', version: 1, waiting, orphans, drafts }, null, 2)
  })
}
