import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import type { CoopDatabase } from './database.ts'
import type { StopReason } from './run-cycle.ts'

export type NudgeReason =
  'start' | 'save' | 'online' | 'visible' | 'restored' | 'poll' | 'other-tab' | 'signed-in' | 'background'

/** What the shell may want to act on at once; everything else is read by `readSyncStatus`. */
export type SyncSignal =
  | { kind: 'synced' }
  | { kind: 'stopped'; reason: StopReason }
  /** The server serves another version: look for an update (P6). */
  | { kind: 'newer-app' }

export interface SyncHandle {
  nudge(reason: NudgeReason): void
  /** Runs a cycle now; resolves when it has ended, however it ended. */
  syncNow(): Promise<void>
  stop(): void
}

export interface SyncOptions {
  db: CoopDatabase
  person: Pick<SignedInPerson, 'id'>
  onSignal?: (signal: SyncSignal) => void
}

export function startSync(_options: SyncOptions): SyncHandle {
  throw new Error('startSync is not built yet')
}
