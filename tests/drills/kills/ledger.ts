import type { DocumentId, OpId, ScopeId } from '../../../src/domain/ids.ts'

/** An op that the server said it has decided, with what it said of the document. */
export interface AcknowledgedOp {
  readonly opId: OpId
  readonly scope: ScopeId
  readonly id: DocumentId
  readonly minutes: number
  readonly rev: number
  readonly seq: number
  /** Whether the answer to an earlier copy was lost: the numbers are then of the document as it stands. */
  readonly again: boolean
}

/** What all devices were told, and how often they were told nothing. */
export interface Ledger {
  readonly acknowledged: AcknowledgedOp[]
  /** Requests without an answer, or with one that says to come again. */
  unanswered: number
  /** Requests that are being answered now. */
  underWay: number
  /** Requests that were being answered when something was killed. */
  interrupted: number
  note(op: AcknowledgedOp): void
  /** Resolves once so many more ops are acknowledged. */
  more(count: number): Promise<void>
}

export function openLedger(): Ledger {
  const waiting: { count: number; resolve: () => void }[] = []
  const acknowledged: AcknowledgedOp[] = []
  return {
    acknowledged,
    unanswered: 0,
    underWay: 0,
    interrupted: 0,
    note(op) {
      acknowledged.push(op)
      for (const one of waiting) if (one.count <= acknowledged.length) one.resolve()
    },
    more: (count) =>
      new Promise((resolve) => {
        waiting.push({ count: acknowledged.length + count, resolve })
      }),
  }
}
