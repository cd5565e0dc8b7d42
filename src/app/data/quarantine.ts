import { wireOp } from '../../domain/sync/choose-batch.ts'
import type { PendingOp } from '../../domain/sync/pending-op.ts'
import { hold } from '../../domain/sync/settle-result.ts'
import type { CoopDatabase } from './database.ts'
import type { CycleContext } from './cycle-step.ts'
import { readSender } from './sync-context.ts'

/**
 * The last resort of a client whose pushes the server can't read, or no longer reads: the text of each op, once, so
 * that what the person typed is on the server all the same (sync.md 3.3, raw). The ops stay in the queue. Where the
 * server doesn't take them either, the next cycle tries again.
 */
export async function quarantine(
  { db, transport, tools, signal }: CycleContext,
  batch: readonly PendingOp[],
): Promise<void> {
  const missing = batch.filter((op) => !op.quarantined)
  if (missing.length === 0) return
  const { deviceId, user, app } = await readSender(db, tools)
  const outcome = await transport.raw({ deviceId, user, app, ops: missing.map(wireOp) }, signal)
  if (outcome.ok) await mark(db, missing, (op) => ({ ...op, quarantined: true }))
}

/** An op that the server can't read waits behind all others. */
export async function holdRefused(db: CoopDatabase, batch: readonly PendingOp[]): Promise<void> {
  await mark(db, batch, (op) => hold(op, 'refused'))
}

async function mark(
  db: CoopDatabase,
  batch: readonly PendingOp[],
  change: (op: PendingOp) => PendingOp,
): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    const stored = await db.outbox.bulkGet(batch.map((op) => op.n))
    const same = stored.filter((op, index) => op?.opId === batch[index]?.opId)
    await db.outbox.bulkPut(same.flatMap((op) => (op ? change(op) : [])))
  })
}
