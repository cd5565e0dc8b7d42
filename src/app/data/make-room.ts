import type { CoopDatabase } from './database.ts'

/**
 * Writes, and when the storage is full makes room and writes again (P16): the older half of the sent log goes, never
 * the outbox nor a draft. Rejects with the storage's own error when there is no room to make.
 */
export async function withRoom<T>(db: CoopDatabase, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isQuotaError(error) || (await dropOlderSent(db)) === 0) throw error
    return write()
  }
}

/** Browsers say it by name, or as the cause of an abort; a bulk write says it of each row. */
export function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'QuotaExceededError') return true
  if ('inner' in error && isQuotaError(error.inner)) return true
  return 'failures' in error && Array.isArray(error.failures) && error.failures.some(isQuotaError)
}

async function dropOlderSent(db: CoopDatabase): Promise<number> {
  const count = await db.sent.count()
  const older = await db.sent
    .orderBy('ackedAt')
    .limit(Math.ceil(count / 2))
    .primaryKeys()
  await db.sent.bulkDelete(older)
  return older.length
}
