import { sql } from 'kysely'
import type { DeviceId, PersonId } from '../../domain/ids.ts'
import { isStorable } from '../../domain/json.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

/** Something that the server couldn't read, kept for its author's sake (sync.md 3.3, raw). */
export interface QuarantinedText {
  readonly person: PersonId
  /** Null where the text doesn't say. */
  readonly device: DeviceId | null
  readonly raw: unknown
  readonly reason: 'unreadable-op' | 'raw'
  readonly at: string
}

/** Keeps a text, once: a device that sends the same again adds nothing. */
export async function quarantine(db: Db, text: QuarantinedText): Promise<void> {
  await sql`
    insert into quarantine (user_id, device_id, raw, reason, at)
    select ${text.person}::uuid, ${text.device}::uuid, ${storable(text.raw)}::jsonb, ${text.reason}::text,
      ${text.at}::timestamptz
    where not exists (
      select 1 from quarantine q
      where q.user_id = ${text.person} and q.device_id is not distinct from ${text.device}::uuid
        and q.raw = ${storable(text.raw)}::jsonb)`.execute(db)
}

/** jsonb refuses some JSON (NUL, half a surrogate pair): such a value is kept as the text that it was. */
function storable(raw: unknown): string {
  return isStorable(raw) ? asJson(raw) : asJson(asJson(raw))
}

/** How many texts a person, and one of their devices, have had kept since an instant. */
export async function quarantinedSince(
  db: Db,
  person: PersonId,
  device: DeviceId | null,
  since: string,
): Promise<{ ofPerson: number; ofDevice: number }> {
  const { rows } = await sql<{ ofPerson: number; ofDevice: number }>`
    select count(*) as "ofPerson",
      count(*) filter (where device_id is not distinct from ${device}::uuid) as "ofDevice"
    from quarantine where user_id = ${person} and reason = 'raw' and at >= ${since}`.execute(db)
  return rows[0] ?? { ofPerson: 0, ofDevice: 0 }
}

/** Forgets what was kept before an instant; answers how many texts. */
export async function forgetQuarantinedBefore(db: Db, before: string): Promise<number> {
  const { rows } = await sql`delete from quarantine where at < ${before} returning 1`.execute(db)
  return rows.length
}
