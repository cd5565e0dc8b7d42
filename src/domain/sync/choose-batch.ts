import type { OpId } from '../ids.ts'
import { jsonBytes, type JsonObject } from '../json.ts'
import { maxPushBytes } from './limits.ts'
import type { Op } from './op.ts'
import type { PendingOp } from './pending-op.ts'
import { conflictsSettledBy, settling } from './settlement.ts'

export interface BatchLimits {
  readonly maxOps: number
  readonly maxBytes: number
  /** Ops that were tried in this cycle and not decided: each is tried once. */
  readonly tried: ReadonlySet<OpId>
}

export interface Batch {
  readonly ops: readonly PendingOp[]
  /** Ops that no request can carry: to be refused on the device. */
  readonly tooLarge: readonly PendingOp[]
}

/** Bytes of a request around its ops, generously. */
const envelopeBytes = 1024

/**
 * What to send next: oldest first, one op of a document at most (I11), those that were answered without a decision
 * after all others (I12), as many as one request may carry (I20).
 *
 * @param queue the outbox in the order of `n`
 */
export function chooseBatch(queue: readonly PendingOp[], limits: BatchLimits): Batch {
  const firsts = firstOfEachDocument(queue).filter((op) => !limits.tried.has(op.opId))
  const ops: PendingOp[] = []
  const tooLarge: PendingOp[] = []
  let room = limits.maxBytes - envelopeBytes
  for (const op of [...firsts.filter((op) => !op.held), ...firsts.filter((op) => op.held)]) {
    const bytes = jsonBytes(wireOp(op)) + 1
    if (bytes > maxPushBytes - envelopeBytes) tooLarge.push(op)
    else if (ops.length < limits.maxOps && (bytes <= room || ops.length === 0)) {
      ops.push(op)
      room -= bytes
    }
    if (ops.length >= limits.maxOps || room <= 0) break
  }
  return { ops, tooLarge }
}

type WireOp = JsonObject &
  Omit<Op, 'resolves' | 'accepted'> & { resolves?: OpId[]; accepted?: { at: string; contested: boolean } }

/** An op as it travels: what the device notes about it stays on the device. */
export function wireOp(op: Op): WireOp {
  const { opId, scope, collection, id, kind, baseRev, set, base, at, accepted } = op
  return {
    opId,
    scope,
    collection,
    id,
    kind,
    baseRev,
    set,
    base,
    at,
    ...settling(conflictsSettledBy(op)),
    ...(accepted ? { accepted: { ...accepted } } : {}),
  }
}

/** A rejected op has left the queue; what follows it of the same document goes on. */
function firstOfEachDocument(queue: readonly PendingOp[]): PendingOp[] {
  const seen = new Set<string>()
  return queue.filter((op) => {
    const key = `${op.scope} ${op.id}`
    if (op.rejected || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
