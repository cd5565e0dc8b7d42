import type { Epoch } from '../../domain/ids.ts'
import type { PendingOp } from '../../domain/sync/pending-op.ts'
import type { CoopDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { rebuildWanted } from './scope-cursor.ts'
import type { SentOp } from './sent-log.ts'
import { WorkingSet } from './working-set.ts'

/**
 * The server's history is another one, since it was restored (sync.md 3.7, epoch change): everything is read again, and
 * what was sent in the last thirty days is sent again under the same ids before anything else (I23). Does nothing where
 * the device has left the history that it asked under: another tab was told first.
 */
export async function adoptEpoch(db: CoopDatabase, asked: Epoch | null, next: Epoch): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const stored = (await readMeta(db, 'epoch')) ?? null
    if (stored !== asked || stored === next) return
    await writeMeta(db, 'epoch', next)
    await db.cursor.bulkPut((await db.cursor.toArray()).map(rebuildWanted))
    await sendAgain(db, await db.sent.toArray())
    await db.sent.clear()
  })
}

async function sendAgain(db: CoopDatabase, sent: readonly SentOp[]): Promise<void> {
  const set = await WorkingSet.load(db, sent)
  for (const op of sent.map(asItGoesAgain).sort((a, b) => a.n - b.n)) {
    const document = set.get(op)
    if (!document.ops.some(({ opId }) => opId === op.opId)) {
      set.set({ ...document, ops: inOrder([...document.ops, op]) })
    }
  }
  await set.flush()
}

/** With its place in the history that is lost: the hour at which a server accepted it first. */
function asItGoesAgain({ ackedAt, contested, ...op }: SentOp): PendingOp {
  const again = { ...op, frozen: true }
  if (contested === undefined || op.accepted) return again
  return { ...again, accepted: { at: new Date(ackedAt).toISOString(), contested } }
}

export function inOrder(ops: readonly PendingOp[]): PendingOp[] {
  return [...ops].sort((a, b) => a.n - b.n)
}
