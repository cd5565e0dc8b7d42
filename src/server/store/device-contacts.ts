import { sql } from 'kysely'
import * as z from 'zod/mini'
import { scopeIdSchema, type ScopeId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/**
 * The devices of the person of an assignment `a` that hold it; of an older build that never said what it holds, those
 * that might.
 */
const devicesThatHold = sql`
  from device d where d.user_id = a.person_id and d.revoked_at is null and (
    jsonb_exists(d.cursors, a.scope_id::text) or jsonb_exists(d.queued_by_scope, a.scope_id::text)
    or (d.cursors is null and d.queued_by_scope is null))`

/**
 * Of an assignment `a`: how much of it waits on its person's devices, and never what they hold for another employer; null
 * where one of them, of an older build, only says how much waits in all.
 */
export const waitingOfAssignment = sql`(
  select case when bool_or(d.queued_by_scope is null) then null
    else coalesce(sum((d.queued_by_scope ->> a.scope_id::text)::int), 0)::int end
  ${devicesThatHold})`

/** Of an assignment `a`: when one of the devices that hold it was last heard of. */
export const lastSeenOfAssignment = sql`(
  select max(d.last_seen) filter (where d.cursors is not null or d.queued_by_scope is not null)
  ${devicesThatHold})`

const contactSchema = z.object({
  scope: scopeIdSchema,
  lastSeen: z.nullable(z.string()),
  waiting: z.nullable(z.int()),
})
/** When any of the devices that hold an assignment was last heard of, and how much of it waited on them then. */
export type DeviceContact = z.infer<typeof contactSchema>

export async function deviceContacts(db: Db, scopes: readonly ScopeId[]): Promise<DeviceContact[]> {
  const { rows } = await sql`
    select a.scope_id as scope, ${lastSeenOfAssignment} as "lastSeen", ${waitingOfAssignment} as waiting
    from assignment a
    where a.scope_id = any(${scopes}::uuid[])`.execute(db)
  return rows.map((row) => contactSchema.parse(row))
}

/**
 * How much may wait of a scope on devices, for who must not move it under them: of an older build, all that it says,
 * since nobody knows of which scope it is.
 */
export async function mayWaitInScope(db: Db, scope: ScopeId): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select coalesce(sum(case when d.queued_by_scope is null then d.queued
      else (d.queued_by_scope ->> a.scope_id::text)::int end), 0)::int as waiting
    from assignment a join device d on d.user_id = a.person_id and d.revoked_at is null
    where a.scope_id = ${scope}`.execute(db)
  return rows[0]?.waiting ?? 0
}
