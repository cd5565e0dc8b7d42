import { groupBy } from '../../domain/group-by.ts'
import { deletedPlaces } from '../store/deleted-places.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, retriedRead } from '../store/transaction.ts'
import { writeServerDocuments } from './write-server-document.ts'

/**
 * Earlier versions of the app deleted a place that is taken off the lists: a new device wasn't told its name any more,
 * and once the tombstone went nobody was, so that reports no longer said where they took place. Those that are there
 * come back as places that are off the lists. Answers how many.
 */
export async function retireDeletedPlaces(store: Store, now: Date): Promise<number> {
  const found = groupBy(await retriedRead(store, deletedPlaces), ({ scope }) => scope)
  let sum = 0
  for (const [scope, places] of found) {
    const documents = places.map(({ id, body, author }) => ({
      collection: 'place' as const,
      id,
      body: { ...body, retired: true },
      by: author,
      at: now.toISOString(),
      revives: true as const,
    }))
    sum += await inTransaction(store, (tx) => writeServerDocuments(tx, scope, documents))
  }
  return sum
}
