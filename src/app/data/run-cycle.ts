import type { CoopDatabase } from './database.ts'
import type { DeviceTools } from './device-tools.ts'
import type { Transport } from './transport.ts'

export interface CycleDeps {
  db: CoopDatabase
  transport: Transport
  tools?: DeviceTools
  /** Ends the cycle: a watchdog, or the end of the page. */
  signal?: AbortSignal
}

export type StopReason =
  'offline' | 'unauthenticated' | 'wrong-user' | 'revoked' | 'too-old' | 'wait' | 'refused' | 'unreadable'

/** How a cycle ended. `more` says that another one has work at once. */
export type CycleOutcome =
  { kind: 'done'; more: boolean } | { kind: 'stopped'; reason: StopReason; retryAfterMs?: number }

/** Sends what waits and takes what changed, once (sync.md 3.7). Never throws for the network. */
export async function runCycle(_deps: CycleDeps): Promise<CycleOutcome> {
  throw new Error('runCycle is not built yet')
}
