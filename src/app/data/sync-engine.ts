import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { withCycleLock } from './cycle-lock.ts'
import type { CycleOutcome, StopReason } from './cycle-step.ts'
import type { CoopDatabase } from './database.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import { readMeta, writeMeta } from './meta.ts'
import { ownScopesHere } from './own-scopes.ts'
import { pageEvents, type PageEvents } from './page-events.ts'
import { runCycle } from './run-cycle.ts'
import { rememberScopes } from './session.ts'
import { SyncScheduler, type NudgeReason } from './sync-scheduler.ts'
import { openTabChannel } from './tab-channel.ts'
import { pageTimers, type Timers } from './timers.ts'
import { fetchTransport, type Transport } from './transport.ts'
import { dropUnheardDeletes } from './unheard-deletes.ts'

export type { NudgeReason }

/** What the shell may want to act on at once; everything else is read by `readSyncStatus`. */
export type SyncSignal =
  | { kind: 'synced' }
  | { kind: 'stopped'; reason: StopReason }
  /** The server serves another version: look for an update (P6). */
  | { kind: 'newer-app' }
  /** The device's own storage refused; nothing is lost, and the next cycle tries again. */
  | { kind: 'failed'; error: unknown }

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
  /** The rest is for tests. */
  transport?: Transport
  tools?: DeviceTools
  timers?: Timers
  page?: PageEvents
  locks?: LockManager
}

/** Keeps a person's device and the server together for as long as the page lives (sync.md 3.7). */
export function startSync(options: SyncOptions): SyncHandle {
  const { db, person, locks } = options
  const tools = options.tools ?? deviceTools
  const transport = options.transport ?? fetchTransport()
  const signal = options.onSignal ?? (() => undefined)
  if (db.personId !== person.id) throw new Error('the database is another person’s')
  const fail = async (error: unknown): Promise<CycleOutcome> => {
    signal({ kind: 'failed', error })
    await noteError(db, error, tools)
    return { kind: 'stopped', reason: 'wait' }
  }
  const cycle = (abort: AbortSignal) =>
    withCycleLock(person.id, () => runCycle({ db, transport, tools, signal: abort }), locks).catch(fail)
  const scheduler = new SyncScheduler({
    cycle,
    onEnd: (outcome) => {
      if (outcome === 'busy') channel.post({ kind: 'work' })
      else void tellShell(db, outcome, signal).catch((error: unknown) => signal({ kind: 'failed', error }))
    },
    timers: options.timers ?? pageTimers,
    page: options.page ?? pageEvents,
    random: () => tools.random(),
  })
  const channel = openTabChannel(person.id, ({ kind }) => {
    if (kind === 'work') scheduler.nudge('other-tab')
  })
  const stopListening = db.onSave(() => scheduler.nudge('save'))
  dropUnheardDeletes(db).catch((error: unknown) => signal({ kind: 'failed', error }))
  scheduler.nudge('start')
  return {
    nudge: (reason) => scheduler.nudge(reason),
    syncNow: () => scheduler.syncNow(),
    stop: () => {
      stopListening()
      channel.close()
      scheduler.stop()
    },
  }
}

async function tellShell(
  db: CoopDatabase,
  outcome: CycleOutcome,
  signal: (signal: SyncSignal) => void,
): Promise<void> {
  const own = outcome.kind === 'done' && (await ownScopesHere(db))
  if (own) rememberScopes(db.personId, own)
  signal(outcome.kind === 'done' ? { kind: 'synced' } : { kind: 'stopped', reason: outcome.reason })
  if (outcome.kind === 'done' && (await readMeta(db, 'newerApp'))) signal({ kind: 'newer-app' })
}

/** For the diagnostic page; where even this can't be written, the signal has said it. */
async function noteError(db: CoopDatabase, error: unknown, tools: DeviceTools): Promise<void> {
  const name = error instanceof Error ? error.name : 'unknown'
  await writeMeta(db, 'lastError', { name, at: tools.now() }).catch(() => undefined)
}
