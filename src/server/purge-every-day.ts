import type { Clock } from './clock-and-ids.ts'
import type { StoreLog } from './store/store-log.ts'
import type { Store } from './store/store.ts'
import { purgeOldOps, purgeQuarantine, purgeTombstones } from './sync/purge.ts'

const dayMs = 86_400_000

/** Forgets once a day what is past its time; a failure waits for the next day. Answers what stops it. */
export function purgeEveryDay(store: Store, clock: Clock, log: StoreLog): () => void {
  const purge = async (): Promise<void> => {
    for (const job of [purgeTombstones, purgeOldOps, purgeQuarantine]) await job(store, clock())
  }
  const timer = setInterval(() => {
    purge().catch((error: unknown) =>
      log.warn({ error }, 'The daily purge failed; it is tried again tomorrow'),
    )
  }, dayMs)
  timer.unref()
  return () => clearInterval(timer)
}
