import { CodedError } from '../../domain/errors.ts'
import type { DeviceId, PersonId } from '../../domain/ids.ts'
import { maxRawBytes, maxRawOfDevice, maxRawOfPerson } from '../../domain/sync/limits.ts'
import { quarantine, quarantinedSince } from '../store/sync-quarantine.ts'
import { retriedRead } from '../store/transaction.ts'
import type { SyncService } from './sync-service.ts'

const day = 86_400_000

/**
 * Keeps what a device couldn't send otherwise, whatever it is: the last resort of a client that push refuses, so that
 * a person's text is on the server in any case (sync.md 3.3).
 */
export async function keepRaw(
  sync: SyncService,
  person: PersonId,
  device: DeviceId | null,
  raw: unknown,
): Promise<void> {
  if (Buffer.byteLength(JSON.stringify(raw)) > maxRawBytes) {
    throw new CodedError('too-large', { maxBytes: maxRawBytes })
  }
  const now = sync.clock()
  const since = new Date(now.getTime() - day).toISOString()
  await retriedRead(sync.store, async (db) => {
    const { ofPerson, ofDevice } = await quarantinedSince(db, person, device, since)
    if (ofDevice >= maxRawOfDevice || ofPerson >= maxRawOfPerson) {
      throw new CodedError('too-many-requests', { retryAfter: 3600 })
    }
    await quarantine(db, { person, device, raw, reason: 'raw', at: now.toISOString() })
  })
}
