import type { DocumentState } from './stored-document.ts'
import type { Op } from './op.ts'
import type { Rejection } from './rejection.ts'

/** An op as the device's outbox holds it. */
export interface PendingOp extends Op {
  /** Order in which the device made it; never given twice on one device. */
  readonly n: number
  /** Sent at least once: its content never changes again under this opId. */
  readonly frozen: boolean
  /** Refused by the server: leaves the order of the queue and waits for a correction. */
  readonly rejected?: LocalRejection
  /** Answered without being decided: sent again, after the others (I12). */
  readonly held?: HoldReason
  /** Its text is in the server's quarantine already (sync.md 3.3, raw). */
  readonly quarantined?: true
  /** Contracts by which it was judged again (judged-again.ts): refused for its day, it isn't again by the same ones. */
  readonly judgedBy?: string
}

/** An op that the outbox has not numbered yet. */
export type NewOp = Omit<PendingOp, 'n'>

/** A code may come from a newer server. */
export type LocalRejection = Omit<Rejection, 'code'> & { readonly code: string }

/**
 * - no-access: the next pull tells whether the scope is gone;
 * - deferred: only a newer server understands it;
 * - refused: the server can't read the request that it makes;
 * - unanswered: the server decided its neighbours and said nothing of it.
 */
export type HoldReason = 'no-access' | 'deferred' | 'refused' | 'unanswered'

/** What the server last told of a document, apart from its body. */
export interface ServerVersion {
  readonly rev: number
  readonly seq: number
  readonly state: DocumentState
  readonly schema: number
  /** The reading of the scope that confirmed it: a rebuild begins a new one, and any answer replaces an older reading. */
  readonly generation: number
}
