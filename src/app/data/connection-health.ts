import type { CoopDatabase } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { pageEvents, type PageEvents } from './page-events.ts'
import { openTabChannel } from './tab-channel.ts'
import { pageTimers, type Timers } from './timers.ts'

/** Something that the shell must act on: save what is typed, tell the person, reload. */
export type DatabaseEvent =
  /** Another tab needs the database closed (a newer build, or a sign-out): keep drafts now, it closes within a second. */
  | { kind: 'must-close' }
  /** Other tabs keep an older version of the database open: they have been asked to close. */
  | { kind: 'blocked' }
  /** A newer build has taken the database over, and it is closed here: reload to get that build (P27, P28). */
  | { kind: 'newer-version' }
  /** The connection was lost twice: copy the form to the session, and reload (P10). */
  | { kind: 'lost' }

export interface ConnectionWatch {
  stop(): void
}

export interface WatchParts {
  page?: PageEvents
  timers?: Timers
}

/** How long a read of one row may take before the connection is held to be dead. */
const probeMs = 2_000
/** What drafts get to be written in when the database has to close. */
const lastWritesMs = 1_000
/** How long opening again may take: Chromium never answers who opens a database while it throws the site's data away. */
const openMs = 5_000
/** When a connection that the browser closed is opened again, each time later. */
const reopenAfterMs = [50, 500, 3_000]
/** How long other tabs get to close before the person is told. */
const blockedMs = 3_000

/** Watches the connection to IndexedDB, which browsers cut in the background (P10), and upgrades by other tabs (P27). */
export function watchConnection(
  db: CoopDatabase,
  onEvent: (event: DatabaseEvent) => void | Promise<void>,
  { page = pageEvents, timers = pageTimers }: WatchParts = {},
): ConnectionWatch {
  let isAskedToClose = false
  const close = () => closeAfterLastWrites(db, onEvent, timers)
  const giveWay = ({ newVersion }: IDBVersionChangeEvent) => {
    // Deleted, and no tab of ours said so: the browser throws it away. The library opens a new one at the next use.
    if (newVersion === null && !isAskedToClose) return true
    void close().then(() => (newVersion === null ? undefined : onEvent({ kind: 'newer-version' })))
    // Stops the library's own handler, which would close at once and open again at the next write.
    return false
  }
  const channel = openTabChannel(db.personId, ({ kind }) => {
    if (kind !== 'close-database') return
    isAskedToClose = true
    void close()
  })
  const onBlocked = () => {
    channel.post({ kind: 'close-database' })
    const cancel = timers.after(blockedMs, () => void onEvent({ kind: 'blocked' }))
    db.on('ready', cancel)
  }
  let isReopening = false
  const onClose = () => {
    if (isReopening) return
    isReopening = true
    void reopenWhereCut(db, onEvent, timers).finally(() => {
      isReopening = false
    })
  }
  db.on('versionchange', giveWay)
  db.on('blocked', onBlocked)
  db.on('close', onClose)
  const stopListening = page.listen((event) => {
    if (event !== 'online') void checkConnection(db, onEvent, timers)
  })
  return {
    stop: () => {
      stopListening()
      channel.close()
      db.on('versionchange').unsubscribe(giveWay)
      db.on('blocked').unsubscribe(onBlocked)
      db.on('close').unsubscribe(onClose)
    },
  }
}

/** Probes the connection, reopens it where it is dead, and says so where that doesn't help. */
export async function checkConnection(
  db: CoopDatabase,
  onEvent: (event: DatabaseEvent) => void | Promise<void>,
  timers: Timers = pageTimers,
): Promise<void> {
  if (!db.isOpen() && db.hasBeenClosed()) return
  if (await answers(db, timers)) return
  const reopened = await reopen(db, timers)
  if (reopened === 'open' && (await answers(db, timers))) return noteReopened(db)
  await onEvent({ kind: reopened === 'newer-version' ? 'newer-version' : 'lost' })
}

/**
 * After a close that nobody here asked for. A browser that is throwing the data away refuses a new database for a
 * moment, and the library tries but once.
 */
async function reopenWhereCut(
  db: CoopDatabase,
  onEvent: (event: DatabaseEvent) => void | Promise<void>,
  timers: Timers,
): Promise<void> {
  for (const pause of reopenAfterMs) {
    await new Promise<void>((resolve) => void timers.after(pause, resolve))
    if (db.isOpen() || db.hasBeenClosed()) return
    const reopened = await reopen(db, timers)
    if (reopened === 'open') return noteReopened(db)
    // The library would wait for the same answer again.
    if (reopened === 'hung') break
  }
  await onEvent({ kind: 'lost' })
}

async function reopen(
  db: CoopDatabase,
  timers: Timers,
): Promise<'open' | 'refused' | 'newer-version' | 'hung'> {
  db.close({ disableAutoOpen: false })
  const opening = db.open().then(
    () => 'open' as const,
    (error: unknown) => (isNewerVersion(error) ? 'newer-version' : 'refused'),
  )
  return (await withinMs(openMs, opening, timers)) ?? 'hung'
}

/** For the diagnostic page: how often this browser cut the connection. */
async function noteReopened(db: CoopDatabase): Promise<void> {
  await writeMeta(db, 'connectionsReopened', ((await readMeta(db, 'connectionsReopened')) ?? 0) + 1)
}

/** Opens the database, and says what is the matter where it can't be (P28). */
export async function openOrTell(
  db: CoopDatabase,
  onEvent: (event: DatabaseEvent) => void | Promise<void>,
): Promise<boolean> {
  try {
    await db.open()
    return true
  } catch (error) {
    await onEvent(isNewerVersion(error) ? { kind: 'newer-version' } : { kind: 'lost' })
    return false
  }
}

async function answers(db: CoopDatabase, timers: Timers): Promise<boolean> {
  return (await withinMs(probeMs, readsOneRow(db), timers)) ?? false
}

/** What comes of some work, or nothing where it takes longer. */
async function withinMs<T>(ms: number, work: PromiseLike<T>, timers: Timers): Promise<T | undefined> {
  let clear = () => undefined as void
  const tooLate = new Promise<undefined>((resolve) => {
    clear = timers.after(ms, () => resolve(undefined))
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clear()
  }
}

async function readsOneRow(db: CoopDatabase): Promise<boolean> {
  try {
    await db.meta.limit(1).toArray()
    return true
  } catch {
    // Whatever the browser says: the answer is that the connection doesn't answer.
    return false
  }
}

function isNewerVersion(error: unknown): boolean {
  return error instanceof Error && error.name === 'VersionError'
}

async function closeAfterLastWrites(
  db: CoopDatabase,
  onEvent: (event: DatabaseEvent) => void | Promise<void>,
  timers: Timers,
): Promise<void> {
  try {
    await withinMs(lastWritesMs, Promise.resolve(onEvent({ kind: 'must-close' })), timers)
  } finally {
    db.close()
  }
}
