import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** What one device has sent again since the server was restored, for those who run it. */
export interface SentAgain {
  readonly name: string
  readonly email: string
  /** Ops that the backup hadn't. */
  readonly ops: number
  /** When the last of them came. */
  readonly lastAt: string
}

/** Devices that sent again what the backup hadn't, since an instant; who sent most first. */
export async function sentAgainSince(db: Db, since: string): Promise<SentAgain[]> {
  const { rows } = await sql<SentAgain>`
    with again as (
      select o.user_id, o.device_id, count(*) as ops, max(o.at) as last_at
      from sync_op o where o.scope_id is not null and o.at >= ${since} and o.result ->> 'again' = 'true'
      group by o.user_id, o.device_id
    )
    select concat_ws(' ', p.given_name, p.family_name) as name, p.email, again.ops, again.last_at as "lastAt"
    from again join person p on p.person_id = again.user_id order by again.ops desc, p.email`.execute(db)
  return rows
}

/** A device that the backup knows and that hasn't come since. */
export interface NotBack {
  readonly name: string
  readonly email: string
  readonly lastSeen: string
  /** Ops that waited on it at its last contact before the backup. */
  readonly queued: number
}

/** Devices seen in the days before an instant and not since: what they alone hold is still to come. The latest first. */
export async function notBackSince(
  db: Db,
  { since, seenAfter }: { since: string; seenAfter: string },
): Promise<NotBack[]> {
  const { rows } = await sql<NotBack>`
    select concat_ws(' ', p.given_name, p.family_name) as name, p.email, d.last_seen as "lastSeen",
      coalesce(d.queued, 0) as queued
    from device d join person p on p.person_id = d.user_id
    where d.revoked_at is null and d.last_seen < ${since} and d.last_seen >= ${seenAfter}
    order by d.last_seen desc, p.email`.execute(db)
  return rows
}
