import type { OpId } from '../../../src/domain/ids.ts'
import { opSchema, type Op } from '../../../src/domain/sync/op.ts'
import type { OpResult, WireDocument } from '../../../src/domain/sync/wire.ts'

/** An op that the server said it has accepted: the device no longer counts it as waiting. */
export interface AcknowledgedOp {
  readonly device: string
  readonly op: Op
  readonly wasConflict: boolean
  /** The document as it stood then; none where a delete found nothing. */
  readonly doc: WireDocument | undefined
}

/** What all devices were told, by whoever looks on at what they send. */
export class Ledger {
  readonly acknowledged = new Map<OpId, AcknowledgedOp>()
  /** How many were refused: they wait for a correction on their devices, and no restore is about them. */
  rejected = 0

  readonly #waiting: { count: number; resolve: () => void }[] = []

  /** Resolves once so many more are acknowledged. */
  more(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ count: this.acknowledged.size + count, resolve })
    })
  }

  note(device: string, sent: readonly unknown[], results: readonly OpResult[]): void {
    const ops = new Map(sent.map((raw) => opSchema.parse(raw)).map((op) => [op.opId, op]))
    for (const { opId, status, was, doc } of results) {
      const op = ops.get(opId)
      const decided = status === 'duplicate' ? was : status
      if (!op || this.acknowledged.has(opId)) continue
      if (decided === 'rejected') this.rejected += 1
      else if (decided === 'applied' || decided === 'merged' || decided === 'conflict')
        this.acknowledged.set(opId, { device, op, wasConflict: decided === 'conflict', doc })
    }
    for (const one of this.#waiting) if (one.count <= this.acknowledged.size) one.resolve()
  }
}
