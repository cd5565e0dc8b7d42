import { CodedError } from '../../domain/errors.ts'
import type { DeviceId, PersonId } from '../../domain/ids.ts'
import type { DevicesAnswer } from '../../domain/sync/wire.ts'
import { devicesOf, revokeDevice } from '../store/sync-devices.ts'
import { retriedRead } from '../store/transaction.ts'
import type { SyncService } from './sync-service.ts'

export async function ownDevices(sync: SyncService, person: PersonId): Promise<DevicesAnswer> {
  return { devices: await retriedRead(sync.store, (db) => devicesOf(db, person)) }
}

/** Signs one of the person's devices out for ever: from then on it is answered `device-revoked` (sync.md 3.3). */
export async function signDeviceOut(sync: SyncService, person: PersonId, device: DeviceId): Promise<void> {
  const at = sync.clock().toISOString()
  const found = await retriedRead(sync.store, (db) => revokeDevice(db, person, device, at))
  if (!found) throw new CodedError('not-found')
}
