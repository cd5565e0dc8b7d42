import { CodedError } from '../../domain/errors.ts'
import type { DeviceId, Epoch, PersonId } from '../../domain/ids.ts'
import { protocolVersion } from '../../domain/sync/limits.ts'
import type { Standing } from '../store/sync-standing.ts'

/** What every request of the protocol says of its sender (sync.md 3.3). */
export interface SenderFields {
  readonly protocol: number
  /** Null for a device that has never had an answer. */
  readonly epoch: Epoch | null
  readonly deviceId: DeviceId
  readonly user: PersonId
}

/** Refuses a device's queue under another person's session (I16), and a protocol newer than this server's. */
export function requireOwnSender(person: PersonId, sender: SenderFields): void {
  if (sender.user !== person) throw new CodedError('wrong-user')
  if (sender.protocol < 1) throw new CodedError('client-too-old')
  // A rolling deploy: another process may know it already, and this one will soon.
  if (sender.protocol > protocolVersion) throw new CodedError('unavailable')
}

/** Refuses what the store knows to be wrong of a sender. A new device may have no epoch yet where `newDevice` allows. */
export function requireStanding(
  standing: Standing,
  person: PersonId,
  sender: SenderFields,
  { newDevice }: { newDevice: boolean },
): void {
  const { device, epoch, oldestProtocol } = standing
  if (device && device.person !== person) throw new CodedError('wrong-user')
  if (device?.revoked) throw new CodedError('device-revoked')
  if (sender.protocol < oldestProtocol) throw new CodedError('client-too-old')
  if (sender.epoch === null && newDevice) return
  if (sender.epoch !== epoch) throw new CodedError('epoch', { epoch })
}
