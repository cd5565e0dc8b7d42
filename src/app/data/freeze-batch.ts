import { chooseBatch, type BatchLimits } from '../../domain/sync/choose-batch.ts'
import type { PendingOp } from '../../domain/sync/pending-op.ts'
import { rejectedHere } from '../../domain/sync/settle-result.ts'
import type { CoopDatabase } from './database.ts'
import { WorkingSet } from './working-set.ts'

/** How many ops are looked at first: a queue of thousands is not read whole for each batch. */
const window = 400

/**
 * Chooses what to send next and freezes it, in one transaction: from here on these ops never change under their ids
 * (sync.md 3.7, push). What no request can carry is refused here.
 */
export async function freezeBatch(db: CoopDatabase, limits: BatchLimits): Promise<readonly PendingOp[]> {
  return db.transaction('rw', db.tables, async () => {
    const first = await db.outbox.orderBy('n').limit(window).toArray()
    const chosen = chooseBatch(await withoutOrphaned(db, first), limits)
    const isAll = first.length < window || chosen.ops.some((op) => !op.held)
    const { ops, tooLarge } = isAll
      ? chosen
      : chooseBatch(await withoutOrphaned(db, await db.outbox.orderBy('n').toArray()), limits)
    await refuse(db, tooLarge)
    const frozen = ops.map((op) => ({ ...op, frozen: true }))
    await db.outbox.bulkPut(frozen.filter((_, index) => !ops[index]?.frozen))
    return frozen
  })
}

/**
 * An op of a document whose earlier ops are orphans waits for them: the next pull gives them back to the queue, before
 * it, or makes an orphan of it too (I11).
 */
async function withoutOrphaned(db: CoopDatabase, queue: PendingOp[]): Promise<PendingOp[]> {
  const orphaned = new Set((await db.orphan.orderBy('[scope+id]').keys()).map(String))
  return orphaned.size === 0 ? queue : queue.filter(({ scope, id }) => !orphaned.has(String([scope, id])))
}

/** Refuses ops that can't travel, as the server would refuse them. */
export async function refuse(db: CoopDatabase, tooLarge: readonly PendingOp[]): Promise<void> {
  if (tooLarge.length === 0) return
  const set = await WorkingSet.load(db, tooLarge)
  for (const op of tooLarge) {
    const document = set.get(op)
    const current = document.ops.find(({ n, opId }) => n === op.n && opId === op.opId)
    if (current) set.set(rejectedHere(document, current, 'too-large'))
  }
  await set.flush()
}
