import { sql, type RawBuilder } from 'kysely'
import type { ScopeId } from '../../domain/ids.ts'
import { asJson } from './database-values.ts'
import type { LockedScope, ScopeChanges, ScopeCounter, WrittenBy } from './scope-state.ts'
import { claimHolds, type Claim } from './sync-lock.ts'
import type { Db } from './tables.ts'

/**
 * Writes what was decided in a scope under its lock, in one statement of two possible texts: documents as they now
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
    with ${writingOf(scope, changes, by, undefined)}
    update sync_scope s set seq = ${changes.seq}, digest = ${String(changes.digest)}::numeric where s.scope_id = ${scope}`.execute(
    tx,
  )
}

/** A scope as it was read, and what must hold of it still. */
export interface UnmovedScope {
  readonly scope: ScopeId
  readonly counter: ScopeCounter
  readonly claim: Claim
  readonly canWrite: boolean
}

/**
 * The same for a scope that wasn't locked: its counter moves from where it was read to where the changes leave it, and
 * only the statement that moves it writes anything. Answers whether it did; where it didn't, another writer was first,
 * or the claim or the right to write is gone. The row of the counter is locked from there to the commit, so the order
 * of commits is the order of numbers here too (sync.md 2).
 */
export async function writeIfUnmoved(
  db: Db,
  { scope, counter, claim, canWrite }: UnmovedScope,
  changes: ScopeChanges,
  by: WrittenBy,
): Promise<boolean> {
  const { rows } = await sql`
    with moved as (
      update sync_scope s set seq = ${changes.seq}, digest = ${String(changes.digest)}::numeric
      from sync_grant g, sync_meta m
      where s.scope_id = ${scope} and s.seq = ${counter.seq} and s.horizon = ${counter.horizon}
        and s.digest = ${String(counter.digest)}::numeric
        and ${claimHolds(scope, claim)} and g.can_write = ${canWrite}
      returning s.scope_id
    ), ${writingOf(scope, changes, by, sql`exists (select 1 from moved)`)}
    select scope_id from moved`.execute(db)
  return rows.length > 0
}

/** Common table expressions that write everything but the counter; none of them anything unless `only` holds. */
function writingOf(
  scope: ScopeId,
  changes: ScopeChanges,
  by: WrittenBy,
  only: RawBuilder<unknown> | undefined,
): RawBuilder<unknown> {
  const where = only ? sql`where ${only}` : sql``
  return sql`documents as (
      insert into doc (scope_id, id, collection, rev, seq, state, day, schema_v, body, edited_at, edited_by, updated_at)
      select ${scope}::uuid, x.id, x.collection, x.rev, x.seq, x.state, x.day, x.schema, x.body, x."editedAt",
        x."editedBy", x.at
      from json_to_recordset(${asJson(changes.documents)}::json) as x(
        id uuid, collection text, rev int, seq bigint, state text, day date, schema int, body jsonb,
        "editedAt" timestamptz, "editedBy" uuid, at timestamptz) ${where}
      on conflict (scope_id, id) do update set
        rev = excluded.rev, seq = excluded.seq, state = excluded.state, day = excluded.day,
        schema_v = excluded.schema_v, body = excluded.body, edited_at = excluded.edited_at,
        edited_by = excluded.edited_by, updated_at = excluded.updated_at
    ), history as (
      insert into doc_history (scope_id, id, rev, op_id, set_fields, state, by_user, device_id, at)
      select ${scope}::uuid, x.id, x.rev, x."opId", x."setFields", x.state, x.by, x.device, x.at
      from json_to_recordset(${asJson(changes.history)}::json) as x(
        id uuid, rev int, "opId" uuid, "setFields" jsonb, state text, by uuid, device uuid, at timestamptz) ${where}
    )${conflictsOf(scope, changes, by, only)}, decisions as (
      insert into sync_op (scope_id, op_id, user_id, device_id, result, at)
      select ${scope}::uuid, x."opId", ${by.person}::uuid, x.device, x.result, ${by.at}::timestamptz
      from json_to_recordset(${decisionsAsJson(changes)}::json) as x("opId" uuid, device uuid, result jsonb) ${where}
    )`
}

/** Nearly all pushes open and settle none: what isn't there costs PostgreSQL a tenth of the statement. */
function conflictsOf(
  scope: ScopeId,
  { conflicts, settled }: ScopeChanges,
  by: WrittenBy,
  only: RawBuilder<unknown> | undefined,
): RawBuilder<unknown> {
  if (conflicts.length + settled.length === 0) return sql``
  return sql`, conflicts as (
      insert into doc_conflict (scope_id, conflict_id, id, op_id, kind, lost, at, seq, status, resolved_by, resolved_at)
      select ${scope}::uuid, x."opId", x.id, x."opId", x.kind, x.lost, ${by.at}::timestamptz, x.seq,
        case when x."isOver" then 'resolved' else 'open' end, case when x."isOver" then x."opId" end,
        case when x."isOver" then ${by.at}::timestamptz end
      from json_to_recordset(${asJson(conflicts)}::json) as x(
        "opId" uuid, id uuid, kind text, lost jsonb, seq bigint, "isOver" boolean) ${only ? sql`where ${only}` : sql``}
    ), settled as (
      update doc_conflict c set status = 'resolved', resolved_by = x.by, resolved_at = ${by.at}::timestamptz, seq = x.seq
      from json_to_recordset(${asJson(settled)}::json) as x(conflict uuid, by uuid, seq bigint)
      where c.scope_id = ${scope}::uuid and c.conflict_id = x.conflict and c.status = 'open' ${only ? sql`and ${only}` : sql``}
    )`
}

function decisionsAsJson({ decisions }: ScopeChanges): string {
  return asJson(decisions.map(({ opId, device, ...result }) => ({ opId, device, result })))
}
