import type { PersonId } from '../../domain/ids.ts'
import { personIdSchema } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** A session of a browser, found by the hash of the token in its cookie: the token itself is never stored. */
export interface WebSession {
  readonly personId: PersonId
  readonly lastSeenAt: string
}

export interface NewWebSession {
  readonly tokenHash: string
  readonly personId: PersonId
  /** What the issuer is shown to end its own session too. */
  readonly idToken: string | null
  readonly at: string
  readonly expiresAt: string
}

export async function findWebSession(db: Db, tokenHash: string, at: string): Promise<WebSession | undefined> {
  const row = await db
    .selectFrom('web_session')
    .select(['person_id', 'last_seen_at'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row && { personId: personIdSchema.parse(row.person_id), lastSeenAt: row.last_seen_at }
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
