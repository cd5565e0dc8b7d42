import { sql, type RawBuilder } from 'kysely'
import type { DeviceId, DocumentId, OpId, PersonId, ScopeId } from '../../domain/ids.ts'
import type { ContractDates } from '../../domain/sync/decide.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import type { ConflictRecord, FieldsSet, ScopeCounter, ScopeState, StoredDecision } from './scope-state.ts'
import { claimHolds, type Claim } from './sync-lock.ts'
import type { KnownDevice } from './sync-standing.ts'
import type { Db } from './tables.ts'

/** What is asked of a scope: the ops and the documents that a push is about. */
export interface ScopeQuestion {
  readonly person: PersonId
  readonly ops: readonly OpId[]
  readonly documents: readonly DocumentId[]
  /** Those of the documents that ops come again for, after a restore. */
  readonly again: readonly DocumentId[]
}

/**
 * Everything that deciding needs to know, in one statement after the lock: what another transaction committed while
 * this one waited is in it. Names inside the JSON are the domain's, so that nothing is to be renamed here.
 */
export async function readScopeState(tx: Db, scope: ScopeId, question: ScopeQuestion): Promise<ScopeState> {
  const { rows } = await sql<ScopeStateRow>`
    select (select g.can_write from sync_grant g
        where g.scope_id = ${scope} and g.user_id = ${question.person}) as "canWrite",
      ${stateColumns(scope, question)}
    from sync_scope s where s.scope_id = ${scope}`.execute(tx)
  return stateOf(rows[0])
}

/** A scope as it stands, without a lock: what is decided on it may be written only where its counter hasn't moved. */
export interface UnlockedScope {
  readonly counter: ScopeCounter
  readonly state: ScopeState
  /** Those of the claim that were seen before. */
  readonly devices: ReadonlyMap<DeviceId, UnlockedDevice>
}

export type UnlockedDevice = Omit<KnownDevice, 'person' | 'cursors' | 'revoked'>

/** The same without a lock, with the counter of that very moment; undefined where the claim doesn't hold. */
export async function readUnlockedScope(
  db: Db,
  scope: ScopeId,
  claim: Claim,
  question: Omit<ScopeQuestion, 'person'>,
): Promise<UnlockedScope | undefined> {
  const { rows } = await sql<UnlockedRow>`
    select s.seq, s.horizon, s.digest, g.can_write as "canWrite",
      (select jsonb_agg(jsonb_build_object('device', d.device_id, 'app', d.app_version, 'queued', d.queued,
          'lastSeen', d.last_seen)) from device d where d.device_id = any(${claim.devices}::uuid[])) as devices,
      ${stateColumns(scope, question)}
    from sync_scope s cross join sync_grant g cross join sync_meta m
    where s.scope_id = ${scope} and ${claimHolds(scope, claim)}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { seq, horizon, digest } = row
  const devices = new Map((row.devices ?? []).map(({ device, ...known }) => [device, known]))
  return { counter: { seq, horizon, digest: BigInt(digest) }, state: stateOf(row), devices }
}

function stateColumns(
  scope: ScopeId,
  { ops, documents, again }: Omit<ScopeQuestion, 'person'>,
): RawBuilder<unknown> {
  return sql`(select jsonb_agg(jsonb_build_object('starts', c.starts, 'ends', c.ends))
        from contract c where c.scope_id = ${scope}) as contracts,
      ${foundOf(
        documents,
        sql`select jsonb_build_object('scope', d.scope_id, 'collection', d.collection, 'id', d.id,
          'rev', d.rev, 'seq', d.seq, 'state', d.state, 'schema', d.schema_v, 'body', d.body,
          'editedAt', coalesce(d.edited_at, d.updated_at), 'editedBy', d.edited_by, 'at', d.updated_at)
        from doc d where d.scope_id = ${scope} and d.id = asked.id`,
      )} as documents,
      (select jsonb_agg(e.id) from erased e
        where e.scope_id = ${scope} and e.id = any(${documents}::uuid[])) as erased,
      ${foundOf(
        ops,
        sql`select o.result || jsonb_build_object('opId', o.op_id) from sync_op o
        where o.scope_id = ${scope} and o.op_id = asked.id`,
      )} as decisions,
      (select jsonb_agg(jsonb_build_object('opId', x.conflict_id, 'id', x.id, 'kind', x.kind, 'lost', x.lost))
        from doc_conflict x
        where x.scope_id = ${scope} and x.conflict_id = any(${ops}::uuid[]) and x.status = 'open') as conflicts,
      (select jsonb_agg(x.conflict_id) from doc_conflict x
        where x.scope_id = ${scope} and x.id = any(${documents}::uuid[]) and x.status = 'open') as open
      ${historyOf(scope, again)}`
}

/** Nearly all pushes have no need of it: only those after a restore. */
function historyOf(scope: ScopeId, again: readonly DocumentId[]): RawBuilder<unknown> {
  if (again.length === 0) return sql``
  return sql`, (select jsonb_agg(jsonb_build_object('id', h.id, 'at', h.at, 'fields',
          array(select jsonb_object_keys(h.set_fields)), 'contested',
          coalesce(o.result ->> 'status' = 'conflict' or o.result ? 'contested', false)))
        from doc_history h left join sync_op o on o.scope_id = ${scope} and o.op_id = h.op_id
        where h.scope_id = ${scope} and h.id = any(${again}::uuid[])) as history`
}

/**
 * What is found of each of some ids, by a subquery on `asked.id`: one search of the key for each, whatever PostgreSQL
 * believes of the table. With `= any(…)` it may read all that a scope holds: its plan is from before the table grew, or
 * goes by the average scope.
 */
function foundOf(ids: readonly string[], found: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select jsonb_agg(one.found)
        from (select (${found}) as found from unnest(${[...new Set(ids)]}::uuid[]) as asked(id) offset 0) one
        where one.found is not null)`
}

function stateOf(row: ScopeStateRow | undefined): ScopeState {
  return {
    canWrite: row?.canWrite ?? undefined,
    contracts: row?.contracts ?? [],
    documents: row?.documents ?? [],
    erased: row?.erased ?? [],
    decisions: row?.decisions ?? [],
    conflicts: row?.conflicts ?? [],
    open: row?.open ?? [],
    history: row?.history ?? [],
  }
}

/** As written by `writeScopeChanges` from values that the domain had validated; an aggregate of nothing is null. */
interface ScopeStateRow {
  canWrite: boolean | null
  contracts: ContractDates[] | null
  documents: StoredDocument[] | null
  erased: DocumentId[] | null
  decisions: (StoredDecision & { opId: OpId })[] | null
  conflicts: (ConflictRecord & { opId: OpId })[] | null
  open: OpId[] | null
  /** Absent where it wasn't asked for. */
  history?: FieldsSet[] | null
}

interface UnlockedRow extends ScopeStateRow {
  seq: number
  horizon: number
  digest: string
  devices: (UnlockedDevice & { device: DeviceId })[] | null
}
