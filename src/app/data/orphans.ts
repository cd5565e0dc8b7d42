import type { PendingOp } from '../../domain/sync/pending-op.ts'
import { inOrder } from './adopt-epoch.ts'
import type { CoopDatabase } from './database.ts'
import { keptDrafts } from './draft-safety.ts'
import { unsentFileText } from './unsent-file.ts'

/** What was not sent before its scope was withdrawn, oldest first. It goes out if the scope is given back (I15). */
export async function listOrphans(db: CoopDatabase): Promise<PendingOp[]> {
  const orphans = await db.orphan.toArray()
  return orphans.sort((a, b) => a.n - b.n)
}

/**
 * Text of a file with everything on this device that the server doesn't have: queue, orphans and drafts. What is in it
 * is frozen: another device may send it under the same ids, so this one must not change it under them any more.
 */
export async function exportUnsent(db: CoopDatabase): Promise<string> {
  return db.transaction('rw', [db.outbox, db.orphan, db.draft], async () => {
    const [waiting, orphans, drafts] = await Promise.all([
      db.outbox.toArray().then(asFrozen),
      db.orphan.toArray().then(asFrozen),
      db.draft.toArray(),
    ])
    await Promise.all([db.outbox.bulkPut(waiting), db.orphan.bulkPut(orphans)])
    const kept = new Set(drafts.map(({ id }) => id))
    const inSession = keptDrafts(db).filter(({ id }) => !kept.has(id))
    return unsentFileText({ person: db.personId, waiting, orphans, drafts: [...drafts, ...inSession] })
  })
}

function asFrozen(ops: readonly PendingOp[]): PendingOp[] {
  return inOrder(ops).map((op) => ({ ...op, frozen: true }))
}
