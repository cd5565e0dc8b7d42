import { sql } from 'kysely'
import type { DeviceId, PersonId } from '../../domain/ids.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

/** What a device said of itself with a request. */
export interface DeviceNote {
  readonly device: DeviceId
  readonly person: PersonId
  readonly app: string
  /** Ops that wait on the device; undefined where the request doesn't say. */
  readonly queued: number | undefined
  /** The same by scope; undefined where the request doesn't say. */
  readonly queuedByScope: Readonly<Record<string, number>> | undefined
  /** Cursor of each scope; undefined where the request doesn't say. */
  readonly cursors: Readonly<Record<string, number>> | undefined
  readonly at: string
}

/**
 * Writes down when a device was last seen and how it stands. A device of somebody else, or revoked, stays as it is. A
 * count that comes without its parts makes those of before unknown: they may be of another day.
 */
export async function noteDevice(db: Db, note: DeviceNote): Promise<void> {
  const cursors = note.cursors && asJson(note.cursors)
  const byScope = note.queuedByScope && asJson(note.queuedByScope)
  await sql`
    insert into device (device_id, user_id, app_version, cursors, queued, queued_by_scope, last_seen)
    values (${note.device}, ${note.person}, ${note.app}, ${cursors ?? null}::jsonb, ${note.queued ?? null}::int,
      ${byScope ?? null}::jsonb, ${note.at})
    on conflict (device_id) do update set
      app_version = excluded.app_version, cursors = coalesce(excluded.cursors, device.cursors),
      queued = coalesce(excluded.queued, device.queued),
      queued_by_scope = case when excluded.queued is null then device.queued_by_scope
        else excluded.queued_by_scope end,
      last_seen = excluded.last_seen
    where device.user_id = excluded.user_id and device.revoked_at is null`.execute(db)
}

/** A device as its person sees it. */
export interface OwnDevice {
  readonly deviceId: DeviceId
  readonly app: string | null
  readonly queued: number | null
  readonly lastSeen: string | null
  readonly revokedAt: string | null
}

export async function devicesOf(db: Db, person: PersonId): Promise<OwnDevice[]> {
  const { rows } = await sql<OwnDevice>`
    select device_id as "deviceId", app_version as app, queued, last_seen as "lastSeen", revoked_at as "revokedAt"
    from device where user_id = ${person} order by last_seen desc nulls last, device_id`.execute(db)
  return rows
}

/** Signs a device out for ever; false where the person has no such device. */
export async function revokeDevice(db: Db, person: PersonId, device: DeviceId, at: string): Promise<boolean> {
  const { rows } = await sql`
    update device set revoked_at = coalesce(revoked_at, ${at}::timestamptz)
    where device_id = ${device} and user_id = ${person} returning device_id`.execute(db)
  return rows.length > 0
}
