import type { OpId } from '../ids.ts'
import { holdDay } from './closed-scope.ts'
import { rulesOf } from './collections.ts'
import type { ContractDates } from './decide.ts'
import { viewOfDevice, type DeviceDocument, type QueuedOp } from './device-document.ts'
import type { PendingOp } from './pending-op.ts'

/** Refusals that only say what the contracts were. */
const byContract: ReadonlySet<string> = new Set(['outside-contract', 'scope-closed'])

/** What a scope's contracts are, as an op remembers that it was judged by them. */
export function contractsWord({ contracts, closed }: Contracts): string {
  return JSON.stringify([closed, ...contracts.map(({ starts, ends }) => `${starts} ${ends}`).toSorted()])
}

/** Whether contracts refused an op; refused for its day, not by those by which it was judged again already. */
export function isRefusedByContract({ rejected, judgedBy }: PendingOp, word: string): boolean {
  if (rejected === undefined || !byContract.has(rejected.code)) return false
  // Of a closed scope every day is refused: once it is open, none is for that.
  return rejected.code === 'scope-closed' || judgedBy !== word
}

interface Contracts {
  readonly contracts: readonly ContractDates[]
  readonly closed: boolean
}

/**
 * Whether the contracts of the scope, as they are now, would take what others refused of a document. Not while another
 * op of it may be on its way: what the person did later would be accepted first (I11).
 */
export function isTakenNow(document: DeviceDocument, { contracts, closed }: Contracts): boolean {
  if (document.ops.some(({ frozen, rejected }) => frozen && !rejected)) return false
  const day = rulesOf(document.collection)?.dayOf(viewOfDevice(document).body)
  return !closed && (day === undefined || holdDay(contracts, day))
}

/**
 * Ops of a document that the contracts would take now: what others refused is sent again, each under a new id, since
 * the server remembers what it decided under the old one, and once: the server may know another day of it. With all
 * that follows it, it takes its place anew, behind whatever was accepted meanwhile (I11).
 */
export function opsJudgedAgain(
  ops: readonly PendingOp[],
  word: string,
  newOpId: () => OpId,
): readonly QueuedOp[] {
  const first = ops.findIndex((op) => isRefusedByContract(op, word))
  return ops.map((op, index) => {
    if (first === -1 || index < first) return op
    const { n: _n, ...last } = op
    if (!isRefusedByContract(op, word)) return last
    const { rejected: _rejected, held: _held, ...again } = last
    // What comes again after a restore has its own place in the history: nothing that is saved now joins it.
    return { ...again, opId: newOpId(), frozen: again.accepted !== undefined, judgedBy: word }
  })
}
