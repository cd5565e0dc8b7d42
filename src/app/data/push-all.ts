import { maxOpsPerPush, maxPushBytes } from '../../domain/sync/limits.ts'
import { wireOp, type BatchLimits } from '../../domain/sync/choose-batch.ts'
import type { OpId } from '../../domain/ids.ts'
import { jsonBytes } from '../../domain/json.ts'
import type { PendingOp } from '../../domain/sync/pending-op.ts'
import { applyResults } from './apply-results.ts'
import { countQueue } from './count-queue.ts'
import { freezeBatch, refuse } from './freeze-batch.ts'
import { holdRefused, quarantine } from './quarantine.ts'
import { inTransaction } from './in-transaction.ts'
import { instantText } from './instant-text.ts'
import { endBy, type CycleContext, type StepEnd } from './cycle-step.ts'
import { readSender } from './sync-context.ts'
import type { Sender } from './transport.ts'

/** How many ops alone the server may find unreadable before it is the server that has a problem. */
const maxRefusals = 3

/**
 * Sends the queue, a batch at a time. Each op is tried once in a cycle. A batch that is too large, or that the server
 * can't read, is halved until the one op at fault stands alone and no longer keeps the others back (I12).
 */
export async function pushAll(context: CycleContext): Promise<StepEnd> {
  const tried = new Set<OpId>()
  let maxOps = maxOpsPerPush
  let refusals = 0
  for (;;) {
    const { batch, sender } = await nextBatch(context, { maxOps, maxBytes: maxPushBytes, tried })
    if (!sender) return undefined
    const step = await pushBatch(context, batch, sender)
    switch (step.kind) {
      case 'decided':
        maxOps = Math.min(maxOps * 2, maxOpsPerPush)
        break
      case 'halve':
        maxOps = Math.max(1, Math.floor(batch.length / 2))
        continue
      case 'set-aside':
        refusals += 1
        // What changed elsewhere is still taken: a device must not stand still for what it can't send.
        if (refusals >= maxRefusals) return undefined
        break
      case 'end':
        return step.end
    }
    for (const op of batch) tried.add(op.opId)
  }
}

/**
 * What goes next, and in whose name: read together, since another tab may learn of a restored server in between. Under
 * the new history a batch chosen before would overtake what is to come again first (I11).
 */
function nextBatch(
  { db, tools }: CycleContext,
  limits: BatchLimits,
): Promise<{ batch: readonly PendingOp[]; sender?: Sender }> {
  return db.transaction('rw', db.tables, async () => {
    const batch = await freezeBatch(db, limits)
    return batch.length === 0 ? { batch } : { batch, sender: await readSender(db, tools) }
  })
}

type PushStep = { kind: 'decided' | 'halve' | 'set-aside' } | { kind: 'end'; end: StepEnd }

async function pushBatch(
  context: CycleContext,
  batch: readonly PendingOp[],
  sender: Sender,
): Promise<PushStep> {
  const { db, transport, tools, signal } = context
  const request = {
    ...sender,
    sentAt: instantText(tools.now()),
    ...(await countQueue(db)),
    ops: batch.map(wireOp),
  }
  const outcome = await transport.push(request, signal)
  if (outcome.ok) {
    if (await applyResults(db, { sender, ops: batch }, outcome.answer, tools)) return { kind: 'decided' }
    const { epoch } = outcome.answer
    return { kind: 'end', end: await endBy(context, sender, { ok: false, reason: 'epoch', epoch }) }
  }
  switch (outcome.reason) {
    case 'split':
      if (batch.length > 1) return { kind: 'halve' }
      if (batch.every(isSmall)) {
        await holdRefused(db, batch)
        return { kind: 'set-aside' }
      }
      await inTransaction(db, db.tables, () => refuse(db, batch))
      return { kind: 'decided' }
    case 'refused':
      if (batch.length > 1) return { kind: 'halve' }
      await quarantine(context, batch)
      await holdRefused(db, batch)
      return { kind: 'set-aside' }
    case 'too-old':
      await quarantine(context, batch)
      return { kind: 'end', end: await endBy(context, sender, outcome) }
    case 'offline':
    case 'unauthenticated':
    case 'wrong-user':
    case 'revoked':
    case 'epoch':
    case 'wait':
    case 'unreadable':
      return { kind: 'end', end: await endBy(context, sender, outcome) }
  }
}

/**
 * Nobody can make it shorter, or needs to: a delete, a settled conflict, a few lines. Whatever is on the way that finds
 * it too large, it isn't the person who has something to correct. It is sent again.
 */
function isSmall({ set }: PendingOp): boolean {
  return jsonBytes(set) <= smallBytes
}

/** What any server and anything on the way takes. */
const smallBytes = 8_192
