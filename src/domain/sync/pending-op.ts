import type { JsonObject } from '../json.ts'
import type { Op } from './op.ts'
import type { Rejection } from './rejection.ts'

/** An op as the device's outbox holds it. */
export interface PendingOp extends Op {
  /** Order in which the device made it. */
  readonly n: number
  /** Sent at least once: its content never changes again under this opId. */
  readonly frozen: boolean
  /** Refused by the server: leaves the order of the queue and waits for a correction. */
  readonly rejected?: Omit<Rejection, 'code'> & { readonly code: string }
}

/** A document as the server last told of it, without its body where the device's own view is the same. */
export interface ServerVersion {
  readonly rev: number
  readonly seq: number
  readonly state: 'live' | 'deleted' | 'erased'
  readonly schema: number
  readonly body: JsonObject
}
