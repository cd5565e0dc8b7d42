import { addDays, frenchDayOf } from '../../domain/calendar-day.ts'
import { graceDaysAfterContract } from '../../domain/sync/limits.ts'
import { sizeConfirmationsEndedBefore } from '../store/kit-confirmations.ts'
import { deleteSizesEndedBefore } from '../store/kit-facts.ts'
import type { Store } from '../store/store.ts'
import { asWriter, retriedRead } from '../store/transaction.ts'
import type { ErasedLog } from '../sync/erased-log.ts'
import { replayErased } from '../sync/replay-erased.ts'

/**
 * Forgets clothing sizes of those whose last contract is over for as long as a scope closes. Rows go; a confirmation is
 * erased as its author would erase it, so that no device, no history and no backup brings it back (sync.md 3.4, decide
 * 8). Answers how many went.
 */
export async function forgetOldSizes(store: Store, log: ErasedLog, now: Date): Promise<number> {
  const before = addDays(frenchDayOf(now), -graceDaysAfterContract)
  const gone = await asWriter(store, (db) => deleteSizesEndedBefore(db, before))
  const confirmed = await retriedRead(store, (db) => sizeConfirmationsEndedBefore(db, before))
  const at = now.toISOString()
  const entries = confirmed.map((one) => ({ ...one, collection: 'confirmation', at }))
  await log.append(entries)
  return gone + (await replayErased(store, { ...log, read: async () => entries }))
}
