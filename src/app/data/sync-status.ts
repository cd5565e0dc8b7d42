import type { PendingOp } from '../../domain/sync/pending-op.ts'
import type { CoopDatabase } from './database.ts'
import { readMeta } from './meta.ts'

/**
 * - offline: the server doesn't answer;
 * - signed-out: the session has ended, the queue waits;
 * - wrong-user: the session open in this browser is another person's;
 * - revoked: this device was signed out from elsewhere;
 * - too-old: the server no longer speaks with this version;
 * - waiting: the server asked to come back later.
 */
export type SyncPhase =
  'idle' | 'syncing' | 'offline' | 'signed-out' | 'wrong-user' | 'revoked' | 'too-old' | 'waiting'

export interface SyncStatus {
  /** Documents with something that waits to be sent. */
  pending: number
  /** Documents with something that the server refused. Apart from `pending`: together they are what waits here (I25). */
  toCorrect: number
  /** The oldest of them was saved more than five days ago: nobody else has it (P8). */
  waitsLong: boolean
  /** Documents with something of a scope that is no longer granted: kept here, and not to be sent. */
  orphans: number
  /** When the server last answered, by the device's clock, in ms. */
  lastOkAt: number | null
  phase: SyncPhase
  /** The first reading of a scope isn't over: older documents are still to come. */
  historyIncomplete: boolean
  /** Server's clock less the device's, in ms; null while unknown. */
  clockOffsetMs: number | null
  /** The server serves another version of the app than this one. */
  newerApp: boolean
}

const longMs = 5 * 86_400_000

/**
 * How sync stands. Counts are read from the outbox at every call, never kept beside it (I25); while a file is being
 * brought in they are those of before.
 */
export async function readSyncStatus(db: CoopDatabase, now = Date.now()): Promise<SyncStatus> {
  return db.transaction('r', [db.outbox, db.orphan, db.cursor, db.meta], async () => {
    const counts = (db.isBeingFilled && lastCounts.get(db)) || (await countQueue(db, now))
    lastCounts.set(db, counts)
    const cursors = await db.cursor.toArray()
    return {
      ...counts,
      lastOkAt: (await readMeta(db, 'lastOkAt')) ?? null,
      phase: (await readMeta(db, 'phase')) ?? 'idle',
      historyIncomplete: !(await readMeta(db, 'pulledOnce')) || cursors.some((cursor) => !cursor.complete),
      clockOffsetMs: (await readMeta(db, 'clockOffsetMs')) ?? null,
      newerApp: (await readMeta(db, 'newerApp')) ?? false,
    }
  })
}

type Counts = Pick<SyncStatus, 'pending' | 'toCorrect' | 'waitsLong' | 'orphans'>

const lastCounts = new WeakMap<CoopDatabase, Counts>()

async function countQueue(db: CoopDatabase, now: number): Promise<Counts> {
  const [ops, orphans] = await Promise.all([db.outbox.toArray(), db.orphan.toArray()])
  const rejected = documentsOf(ops.filter((op) => op.rejected))
  return {
    pending: documentsOf(ops).size - rejected.size,
    toCorrect: rejected.size,
    waitsLong: ops.some((op) => !op.rejected && now - Date.parse(op.at) > longMs),
    orphans: documentsOf(orphans).size,
  }
}

function documentsOf(ops: readonly PendingOp[]): Set<string> {
  return new Set(ops.map(({ scope, id }) => `${scope} ${id}`))
}
