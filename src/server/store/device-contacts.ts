import { sql } from 'kysely'
import * as z from 'zod/mini'
import { personIdSchema, type PersonId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

const contactSchema = z.object({
  person: personIdSchema,
  lastSeen: z.nullable(z.string()),
  isWaiting: z.boolean(),
})
/** When any of a person's devices was last heard of, and whether something waited on one of them then. */
export type DeviceContact = z.infer<typeof contactSchema>

/** Of people with a device that isn't signed out. */
export async function deviceContacts(db: Db, people: readonly PersonId[]): Promise<DeviceContact[]> {
  const { rows } = await sql`
    select d.user_id as person, max(d.last_seen) as "lastSeen", bool_or(coalesce(d.queued, 0) > 0) as "isWaiting"
    from device d where d.user_id = any(${people}::uuid[]) and d.revoked_at is null
    group by d.user_id`.execute(db)
  return rows.map((row) => contactSchema.parse(row))
}
