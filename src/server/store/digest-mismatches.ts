import { sql } from 'kysely'
import type { DeviceId, PersonId } from '../../domain/ids.ts'
import type { DigestMismatch } from '../../domain/sync/wire.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

/** Keeps what a device reports of its own person's scopes, once; answers how many were new. */
export async function noteMismatches(
  db: Db,
  by: { person: PersonId; device: DeviceId; app: string; at: string },
  mismatches: readonly DigestMismatch[],
): Promise<number> {
  const { rows } = await sql`
    insert into digest_mismatch (scope_id, device_id, head, ours, theirs, app_version, at)
    select g.scope_id, ${by.device}::uuid, x.head, x.ours, x.theirs, ${by.app}::text, ${by.at}::timestamptz
    from json_to_recordset(${asJson(mismatches)}::json) as x(scope uuid, head bigint, ours numeric, theirs numeric)
    join sync_grant g on g.scope_id = x.scope and g.user_id = ${by.person}
    on conflict (scope_id, device_id, head, ours, theirs) do nothing
    returning 1`.execute(db)
  return rows.length
}

/** Forgets what was reported before an instant; answers how many. */
export async function forgetMismatchesBefore(db: Db, before: string): Promise<number> {
  const { rows } =
    await sql`delete from digest_mismatch where scope_id is not null and at < ${before} returning 1`.execute(
      db,
    )
  return rows.length
}
