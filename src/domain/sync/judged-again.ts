import type { OpId } from '../ids.ts'
import { holdDay } from './closed-scope.ts'
import { rulesOf } from './collections.ts'
import type { ContractDates } from './decide.ts'
import { viewOfDevice, type DeviceDocument, type QueuedOp } from './device-document.ts'
import type { PendingOp } from './pending-op.ts'

/** Refusals that only say what the contracts were. */
const byContract: ReadonlySet<string> = new Set(['outside-contract', 'scope-closed'])

export function isRefusedByContract({ rejected }: PendingOp): boolean {
  return rejected !== undefined && byContract.has(rejected.code)
}

/** Whether the contracts of the scope, as they are now, would take what others refused of a document. */
export function isTakenNow(
  document: DeviceDocument,
  { contracts, closed }: { contracts: readonly ContractDates[]; closed: boolean },
): boolean {
  const day = rulesOf(document.collection)?.dayOf(viewOfDevice(document).body)
  return !closed && (day === undefined || holdDay(contracts, day))
}

/**
 * Ops of a document that the contracts would take now: what others refused is sent again, each under a new id, since
 * the server remembers what it decided under the old one. The last of them takes its place anew behind whatever was
 * accepted meanwhile (I11).
 */
export function opsJudgedAgain(ops: readonly PendingOp[], newOpId: () => OpId): readonly QueuedOp[] {
  return ops.map((op, index) => {
    if (!isRefusedByContract(op)) return op
    const { rejected: _rejected, held: _held, n, ...rest } = op
    const again = { ...rest, opId: newOpId(), frozen: false }
    return index === ops.length - 1 ? again : { ...again, n }
  })
}
