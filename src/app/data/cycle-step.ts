import type { Epoch } from '../../domain/ids.ts'
import { adoptEpoch } from './adopt-epoch.ts'
import type { CoopDatabase } from './database.ts'
import type { DeviceTools } from './device-tools.ts'
import type { Transport, TransportRefusal } from './transport.ts'

export type StopReason = Exclude<TransportRefusal['reason'], 'epoch' | 'split'>

/** How a cycle ended. `more` says that another one has work at once. */
export type CycleOutcome =
  { kind: 'done'; more: boolean } | { kind: 'stopped'; reason: StopReason; retryAfterMs?: number }

/** What the steps of a cycle are given. */
export interface CycleContext {
  readonly db: CoopDatabase
  readonly transport: Transport
  readonly tools: DeviceTools
  readonly signal: AbortSignal
}

/** How a step ended: undefined where the next one follows. */
export type StepEnd = CycleOutcome | undefined

/** What a refusal of a whole request makes of the cycle. */
export async function endBy(
  { db }: CycleContext,
  asked: { epoch: Epoch | null },
  refusal: TransportRefusal,
): Promise<CycleOutcome> {
  switch (refusal.reason) {
    case 'epoch':
      await adoptEpoch(db, asked.epoch, refusal.epoch)
      return { kind: 'done', more: true }
    case 'wait':
      return {
        kind: 'stopped',
        reason: 'wait',
        ...(refusal.retryAfterMs === undefined ? {} : { retryAfterMs: refusal.retryAfterMs }),
      }
    case 'split':
      return { kind: 'stopped', reason: 'refused' }
    case 'offline':
    case 'unauthenticated':
    case 'wrong-user':
    case 'revoked':
    case 'too-old':
    case 'refused':
    case 'unreadable':
      return { kind: 'stopped', reason: refusal.reason }
  }
}
