import type { Epoch } from '../../domain/ids.ts'
import { setEpoch } from '../store/sync-epoch.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ErasedLog } from './erased-log.ts'
import { replayErased } from './replay-erased.ts'

/**
 * After a restore from a backup, or a failover that may have lost commits: erases again what was erased, then gives
 * the server's history another identity, so that every device rebuilds and sends again what it had sent (I23).
 * Answers how many erased documents had come back.
 */
export async function openNewEpoch(store: Store, log: ErasedLog, epoch: Epoch): Promise<number> {
  const erasedAgain = await replayErased(store, log)
  await inTransaction(store, (tx) => setEpoch(tx, epoch))
  return erasedAgain
}
