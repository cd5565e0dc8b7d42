import type { CoopDatabase } from './database.ts'

/** Something that the shell must act on: save what is typed, tell the person, reload. */
export type DatabaseEvent =
  /** Another tab needs the database closed (a newer build, or a sign-out): keep drafts now, it closes within a second. */
  | { kind: 'must-close' }
  /** Other tabs keep an older version of the database open: they have been asked to close. */
  | { kind: 'blocked' }
  /** A newer build has opened the database: reload to get it (P28). */
  | { kind: 'newer-version' }
  /** The connection was lost twice: copy the form to the session, and reload (P10). */
  | { kind: 'lost' }

export interface ConnectionWatch {
  stop(): void
}

/** Watches the connection to IndexedDB, which browsers cut in the background (P10), and upgrades by other tabs (P27). */
export function watchConnection(
  _db: CoopDatabase,
  _onEvent: (event: DatabaseEvent) => void | Promise<void>,
): ConnectionWatch {
  throw new Error('watchConnection is not built yet')
}
