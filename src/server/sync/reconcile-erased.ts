import { erasedDocuments } from '../store/sync-erasure.ts'
import type { Store } from '../store/store.ts'
import { retriedRead } from '../store/transaction.ts'
import type { ErasedEntry, ErasedLog } from './erased-log.ts'
import { replayErased } from './replay-erased.ts'

export interface Reconciled {
  /** Ids that only the database knew: another server writes elsewhere, or the folder was lost. They are in it now. */
  readonly written: number
  /** Ids that only the list knew: the database was restored. They are erased again now. */
  readonly erasedAgain: number
}

/**
 * Makes the database and the list outside of it agree on what was erased: at the start of each server and once a day.
 * An id on either side is one that its author asked to erase. Safe at any moment, beside other servers.
 */
export async function reconcileErased(store: Store, log: ErasedLog): Promise<Reconciled> {
  const [inDatabase, inLog] = [await retriedRead(store, erasedDocuments), await log.read()]
  const missingInLog = without(inDatabase, inLog)
  const missingInDatabase = without(inLog, inDatabase)
  await log.append(missingInLog)
  const erasedAgain = await replayErased(store, { ...log, read: async () => missingInDatabase })
  return { written: missingInLog.length, erasedAgain }
}

function without(entries: readonly ErasedEntry[], others: readonly ErasedEntry[]): ErasedEntry[] {
  const known = new Set(others.map(keyOf))
  return entries.filter((entry) => !known.has(keyOf(entry)))
}

function keyOf({ scope, id }: ErasedEntry): string {
  return `${scope} ${id}`
}
