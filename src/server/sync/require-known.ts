import type { Epoch, PersonId } from '../../domain/ids.ts'
import { readStanding } from '../store/sync-standing.ts'
import { retriedRead } from '../store/transaction.ts'
import { requireStanding, type SenderFields } from './require-standing.ts'
import type { SyncService } from './sync-service.ts'

/** Refuses a sender that the store knows to be wrong; answers the epoch, which is the sender's. */
export async function requireKnown(
  sync: SyncService,
  person: PersonId,
  sender: SenderFields,
): Promise<Epoch> {
  const standing = await retriedRead(sync.store, (db) => readStanding(db, person, sender.deviceId))
  requireStanding(standing, person, sender, { newDevice: false })
  return standing.epoch
}
