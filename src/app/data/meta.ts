import type { DeviceId, Epoch } from '../../domain/ids.ts'
import type { DigestMismatch } from '../../domain/sync/wire.ts'
import type { CoopDatabase } from './database.ts'
import type { ScopeNews } from './scope-news.ts'
import type { KeptAnswerOfMine } from './own-reminder-answers.ts'
import type { BilanChoices } from './bilan.ts'
import type { SyncPhase } from './sync-status.ts'

/** What the device remembers besides documents, by name. */
export interface MetaValues {
  epoch: Epoch
  /** Mark of this database: one that lacks it, where there was one, is another (storage-witness.ts). */
  storeId: string
  deviceId: DeviceId
  /** When the server last answered, by the device's clock, in ms. */
  lastOkAt: number
  /** Server's clock less the device's, in ms. */
  clockOffsetMs: number
  phase: SyncPhase
  bilan: BilanChoices
  [structureBilan: `bilan:${string}`]: BilanChoices
  /** A whole pull has been applied at least once. */
  pulledOnce: boolean
  /** The newest documents were asked for, before the first pull. */
  bootstrapped: boolean
  /** Version of the app that the server serves, where it isn't this one. */
  newerApp: boolean
  /** Digests that disagreed, ever: expected to stay at 0 (sync.md 3.6). */
  digestMismatches: number
  lastMismatch: { scope: string; ours: string; theirs: string; at: number }
  /** Those that the server hasn't heard of yet: told with the next pull. */
  unreportedMismatches: DigestMismatch[]
  /** How often the browser cut the connection to IndexedDB, and it was opened again (P10). */
  connectionsReopened: number
  /** What the person is to read of scopes that left, came back or closed; the newest first. */
  scopeNews: readonly ScopeNews[]
  /** Events and series of calendars that the person left out, by UID: not proposed again. */
  calendarUnwanted: readonly string[]
  /** What the person answered on this device to reminders. */
  reminderAnswers: readonly KeptAnswerOfMine[]
  /** Reminders that waited for an answer when the home page was last shown, and the last day of activity then. */
  reminders: { count: number; lastDay: string | null }
  /** How much *À compléter* showed last beside what is unfinished (badge-count.ts). */
  moreToComplete: number
  /** When what others planned is read again in the background, by the device's clock, in ms (keep-calendars.ts). */
  calendarsDueAt: number
  /** Name of the last error that stopped a cycle on this side; no personal data. */
  lastError: { name: string; at: number }
}

export interface MetaRow {
  readonly k: string
  readonly value: unknown
}

export async function readMeta<K extends keyof MetaValues>(
  db: CoopDatabase,
  key: K,
): Promise<MetaValues[K] | undefined> {
  const row = await db.meta.get(key)
  // Rows are written by writeMeta alone, under the type of their key.
  return row?.value as MetaValues[K] | undefined
}

export async function writeMeta<K extends keyof MetaValues>(
  db: CoopDatabase,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await db.meta.put({ k: key, value })
}
