import type { OpId } from '../ids.ts'
import type { QueuedOp } from './device-document.ts'
import type { PendingOp } from './pending-op.ts'

/** Refusals that only say what the contracts were. */
const byContract: ReadonlySet<string> = new Set(['outside-contract', 'scope-closed'])

export function isRefusedByContract({ rejected }: PendingOp): boolean {
  return rejected !== undefined && byContract.has(rejected.code)
}

/**
 * Ops of a document once the contracts of its scope have changed: what the old ones refused is sent again, each under a
 * new id, since the server remembers what it decided under the old one. The last of them takes its place anew behind
 * whatever was accepted meanwhile (I11).
 */
export function opsJudgedAgain(ops: readonly PendingOp[], newOpId: () => OpId): readonly QueuedOp[] {
  return ops.map((op, index) => {
    if (!isRefusedByContract(op)) return op
    const { rejected: _rejected, held: _held, n, ...rest } = op
    const again = { ...rest, opId: newOpId(), frozen: false }
    return index === ops.length - 1 ? again : { ...again, n }
  })
}
