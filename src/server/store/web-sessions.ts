import { sql } from 'kysely'
import { deviceIdSchema, personIdSchema, type DeviceId, type PersonId } from '../../domain/ids.ts'
import type { Standing } from './sync-standing.ts'
import type { Db } from './tables.ts'

/** A session of a browser, found by the hash of the token in its cookie: the token itself is never stored. */
export interface WebSession {
  readonly personId: PersonId
  readonly lastSeenAt: string
  /** The device that it syncs for; null as long as none has said so. */
  readonly deviceId: DeviceId | null
  /** Whether that device was signed out from afar: the session is over with it. */
  readonly revoked: boolean
  /** Of its person and of that device, where that was read with it. */
  readonly standing?: Standing
}

export interface NewWebSession {
  readonly tokenHash: string
  readonly personId: PersonId
  /** What the issuer is shown to end its own session too. */
  readonly idToken: string | null
  readonly at: string
  readonly expiresAt: string
}

/** Those of some sessions that haven't ended, by the hash of their token. */
export type WebSessions = ReadonlyMap<string, WebSession>

export async function findWebSessions(
  db: Db,
  tokenHashes: readonly string[],
  at: string,
): Promise<WebSessions> {
  const rows = await db
    .selectFrom('web_session as s')
    .leftJoin('device as d', (join) =>
      join.onRef('d.device_id', '=', 's.device_id').onRef('d.user_id', '=', 's.person_id'),
    )
    .select(['s.token_hash', 's.person_id', 's.last_seen_at', 's.device_id', 'd.user_id', 'd.revoked_at'])
    .where(sql<boolean>`s.token_hash = any(${tokenHashes}::text[])`)
    .where('s.expires_at', '>', at)
    .execute()
  return new Map(rows.map((row) => [row.token_hash, webSessionOf(row)]))
}

/** A row of a session, beside the device that it is bound to. */
export interface WebSessionRow {
  readonly person_id: string
  readonly last_seen_at: string
  readonly device_id: string | null
  /** Whose the device is. */
  readonly user_id: string | null
  readonly revoked_at: string | null
}

export function webSessionOf(row: WebSessionRow): WebSession {
  return {
    personId: personIdSchema.parse(row.person_id),
    lastSeenAt: row.last_seen_at,
    deviceId: row.device_id === null ? null : deviceIdSchema.parse(row.device_id),
    revoked: row.revoked_at !== null && row.user_id === row.person_id,
  }
}

/** Opens a session, and forgets those that have ended. */
export async function openWebSession(db: Db, session: NewWebSession): Promise<void> {
  await db.deleteFrom('web_session').where('expires_at', '<=', session.at).execute()
  await db
    .insertInto('web_session')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      id_token: session.idToken,
      created_at: session.at,
      last_seen_at: session.at,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Notes the device that a session syncs for. */
export async function bindWebSession(db: Db, tokenHash: string, device: DeviceId): Promise<void> {
  await db.updateTable('web_session').set({ device_id: device }).where('token_hash', '=', tokenHash).execute()
}

export async function prolongWebSession(
  db: Db,
  tokenHash: string,
  times: { at: string; expiresAt: string },
): Promise<void> {
  await db
    .updateTable('web_session')
    .set({ last_seen_at: times.at, expires_at: times.expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Ends a session; answers the issuer's token that was kept with it. */
export async function closeWebSession(db: Db, tokenHash: string): Promise<string | null> {
  const row = await db
    .deleteFrom('web_session')
    .where('token_hash', '=', tokenHash)
    .returning('id_token')
    .executeTakeFirst()
  return row?.id_token ?? null
}
