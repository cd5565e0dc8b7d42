import type { DeviceId, Epoch, ScopeId } from '../../domain/ids.ts'
import { protocolVersion, schemaVersion } from '../../domain/sync/limits.ts'
import { appVersion } from './app-version.ts'
import type { CoopDatabase } from './database.ts'
import type { DeviceTools } from './device-tools.ts'
import { readMeta, writeMeta } from './meta.ts'
import { newCursor, type ScopeCursor } from './scope-cursor.ts'
import type { Sender } from './transport.ts'

/** Who asks, as it stands now; the device's id is made at the first use. */
export async function readSender(db: CoopDatabase, tools: DeviceTools): Promise<Sender> {
  const [epoch, deviceId] = await db.transaction(
    'rw',
    db.meta,
    async () =>
      [
        await readMeta(db, 'epoch'),
        (await readMeta(db, 'deviceId')) ?? (await newDeviceId(db, tools)),
      ] as const,
  )
  return {
    protocol: protocolVersion,
    epoch: epoch ?? null,
    deviceId,
    user: db.personId,
    schema: schemaVersion,
    app: appVersion,
  }
}

async function newDeviceId(db: CoopDatabase, tools: DeviceTools): Promise<DeviceId> {
  const id = tools.newDeviceId()
  await writeMeta(db, 'deviceId', id)
  return id
}

/**
 * Whether an answer is of the history that this device follows, read again in the transaction that would apply it: an
 * ack from before a restore must not empty the outbox (sync.md 3.7). A device that follows none takes the first one.
 * Nor is one taken that was asked for by a device that was signed out meanwhile: it would bring back what left (I14).
 */
export async function isOfOurHistory(
  db: CoopDatabase,
  { deviceId }: Sender,
  answered: Epoch,
): Promise<boolean> {
  if ((await readMeta(db, 'deviceId')) !== deviceId) return false
  const stored = await readMeta(db, 'epoch')
  if (stored !== undefined) return stored === answered
  await writeMeta(db, 'epoch', answered)
  return true
}

/** Notes that the server answered, and how its clock differs from the device's. */
export async function noteContact(db: CoopDatabase, serverTime: string, tools: DeviceTools): Promise<void> {
  const now = tools.now()
  await Promise.all([
    writeMeta(db, 'lastOkAt', now),
    writeMeta(db, 'clockOffsetMs', Date.parse(serverTime) - now),
  ])
}

/** The cursors of some scopes, new ones for those that have none. */
export async function cursorsOf(
  db: CoopDatabase,
  scopes: Iterable<ScopeId>,
): Promise<Map<ScopeId, ScopeCursor>> {
  const unique = [...new Set(scopes)]
  const rows = await db.cursor.bulkGet(unique)
  return new Map(unique.map((scope, index) => [scope, rows[index] ?? newCursor(scope)]))
}
