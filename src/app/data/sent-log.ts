import type { AcceptedOp } from '../../domain/sync/settle-result.ts'

/** An op that the server has decided, kept to be sent again after a restore (sync.md 3.7, epoch change). */
export interface SentOp extends AcceptedOp {
  /** When it was decided, by the server's clock, in ms: the device's may be off by years. */
  readonly ackedAt: number
}
