import { sql } from 'kysely'
import { asJson } from './database-values.ts'
import type { LockedScope, ScopeChanges, WrittenBy } from './scope-state.ts'
import type { Db } from './tables.ts'

/**
 * Writes what was decided in a scope under its lock, in one statement whose text never changes: documents as they now
 * stand, one history row for each revision, one row for each decision, each conflict (those that are settled are closed,
 * and keep what they hold), the digest and the counter
 * (sync.md 3.4). Numbers that were taken and not used go back, so that a device whose cursor is at the head knows that
 * it has everything.
 * Times and ids come from the program; rows come as JSON, so that one parameter holds any number of them.
 */
export async function writeScopeChanges(
  tx: Db,
  { scope }: LockedScope,
  changes: ScopeChanges,
  by: WrittenBy,
): Promise<void> {
  await sql`
    with documents as (
      insert into doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, edited_at, edited_by, updated_at)
      select ${scope}::uuid, x.id, x.collection, x.rev, x.seq, x.state, x.day, x.schema, x.body, x."editedAt",
        x."editedBy", x.at
      from json_to_recordset(${asJson(changes.documents)}::json) as x(
        id uuid, collection text, rev int, seq bigint, state text, day date, schema int, body jsonb,
        "editedAt" timestamptz, "editedBy" uuid, at timestamptz)
      on conflict (scope_id, id) do update set
        rev = excluded.rev, seq = excluded.seq, state = excluded.state, day = excluded.day,
        schema_v = excluded.schema_v, body = excluded.body, edited_at = excluded.edited_at,
        edited_by = excluded.edited_by, updated_at = excluded.updated_at
    ), history as (
      insert into doc_history (scope_id, id, rev, op_id, set_fields, state, by_user, device_id, at)
      select ${scope}::uuid, x.id, x.rev, x."opId", x."setFields", x.state, x.by, ${by.device ?? null}::uuid, x.at
      from json_to_recordset(${asJson(changes.history)}::json) as x(
        id uuid, rev int, "opId" uuid, "setFields" jsonb, state text, by uuid, at timestamptz)
    ), conflicts as (
      insert into doc_conflict (scope_id, conflict_id, id, op_id, kind, lost, at, seq)
      select ${scope}::uuid, x."opId", x.id, x."opId", x.kind, x.lost, ${by.at}::timestamptz, x.seq
      from json_to_recordset(${asJson(changes.conflicts)}::json) as x(
        "opId" uuid, id uuid, kind text, lost jsonb, seq bigint)
    ), settled as (
      update doc_conflict c set status = 'resolved', resolved_by = x.by, resolved_at = ${by.at}::timestamptz, seq = x.seq
      from json_to_recordset(${asJson(changes.settled)}::json) as x(conflict uuid, by uuid, seq bigint)
      where c.scope_id = ${scope}::uuid and c.conflict_id = x.conflict and c.status = 'open'
    ), decisions as (
      insert into sync_op (scope_id, op_id, user_id, device_id, result, at)
      select ${scope}::uuid, x."opId", ${by.person}::uuid, ${by.device ?? null}::uuid, x.result,
        ${by.at}::timestamptz
      from json_to_recordset(${decisionsAsJson(changes)}::json) as x("opId" uuid, result jsonb)
    )
    update sync_scope s set seq = ${changes.seq}, digest = ${String(changes.digest)}::numeric where s.scope_id = ${scope}`.execute(
    tx,
  )
}

function decisionsAsJson({ decisions }: ScopeChanges): string {
  return asJson(decisions.map(({ opId, ...result }) => ({ opId, result })))
}
