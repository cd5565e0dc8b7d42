import type { Table } from 'dexie'
import type { CoopDatabase } from './database.ts'

/**
 * Runs in one read-write transaction: all or nothing. Resolves once it is complete. Dexie must be given an async
 * function: with a plain one that returns a promise it loses count of the awaits inside, and the transaction may be
 * complete before the last of them.
 */
export function inTransaction<T>(
  db: CoopDatabase,
  tables: readonly Table[],
  run: () => Promise<T>,
): Promise<T> {
  return db.transaction('rw', [...tables], async () => run())
}
