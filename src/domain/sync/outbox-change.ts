import type { QueuedOp } from './device-document.ts'
import type { NewOp, PendingOp } from './pending-op.ts'

/** What is to be written to the outbox for one document. */
export interface OutboxChange {
  /** Numbers of the ops that leave. */
  readonly remove: readonly number[]
  readonly put: readonly PendingOp[]
  readonly add: readonly NewOp[]
}

/** How a document's ops in the outbox become others. What is the same object is left as it is. */
export function outboxChange(before: readonly PendingOp[], after: readonly QueuedOp[]): OutboxChange {
  const numbered = after.filter(isNumbered)
  const kept = new Set(numbered.map((op) => op.n))
  return {
    remove: before.filter((op) => !kept.has(op.n)).map((op) => op.n),
    put: numbered.filter((op) => !before.includes(op)),
    add: after.filter((op) => !isNumbered(op)),
  }
}

function isNumbered(op: QueuedOp): op is PendingOp {
  return 'n' in op
}
