import type { JsonObject } from '../../src/domain/json.ts'
import { query } from './simulated-store.ts'

/* What the server's tables hold, read by the simulation's own SQL: the oracle trusts no code of the product's. */

export interface DocumentRow {
  readonly id: string
  readonly collection: string
  readonly rev: number
  readonly seq: number
  readonly state: 'live' | 'deleted' | 'erased'
  readonly schema: number
  readonly body: JsonObject
  /** When it was decided: of what came again, when it was accepted first. */
  readonly at: string
}

export interface HistoryRow {
  readonly id: string
  readonly rev: number
  readonly opId: string | null
  readonly set: JsonObject
  readonly state: string
  readonly by: string
  readonly at: string
}

export interface ConflictRow {
  readonly id: string
  readonly opId: string
  readonly kind: string
  readonly lost: JsonObject
}

/** All that the server holds of one scope. */
export interface ScopeTables {
  readonly scope: string
  readonly seq: number
  readonly horizon: number
  readonly digest: string
  readonly documents: ReadonlyMap<string, DocumentRow>
  readonly history: readonly HistoryRow[]
  readonly conflicts: ReadonlyMap<string, ConflictRow>
  /** Status of each decision, by op. */
  readonly decisions: ReadonlyMap<string, string>
  /** Ops that left a conflict, here or before a restore. */
  readonly contested: ReadonlySet<string>
  readonly contracts: readonly { starts: string; ends: string | null }[]
  /** Whether each person with a grant may write. */
  readonly grants: ReadonlyMap<string, boolean>
  readonly erased: ReadonlySet<string>
}

const list = (columns: string, table: string, order: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_object(${columns}) order by ${order}), '[]')
    from ${table} x where x.scope_id = s.scope_id)`

const everything = `
  select s.scope_id as scope, s.seq, s.horizon, s.digest,
    ${list(`'id', x.id, 'collection', x.collection, 'rev', x.rev, 'seq', x.seq, 'state', x.state, 'schema', x.schema_v, 'body', x.body, 'at', x.updated_at`, 'doc', 'x.seq')} as documents,
    ${list(`'id', x.id, 'rev', x.rev, 'opId', x.op_id, 'set', x.set_fields, 'state', x.state, 'by', x.by_user, 'at', x.at`, 'doc_history', 'x.id, x.rev')} as history,
    ${list(`'id', x.id, 'opId', x.conflict_id, 'kind', x.kind, 'lost', x.lost`, 'doc_conflict', 'x.conflict_id')} as conflicts,
    ${list(`'opId', x.op_id, 'status', x.result->>'status', 'contested', x.result ? 'contested'`, 'sync_op', 'x.op_id')} as decisions,
    ${list(`'starts', x.starts, 'ends', x.ends`, 'contract', 'x.starts')} as contracts,
    ${list(`'person', x.user_id, 'canWrite', x.can_write`, 'sync_grant', 'x.user_id')} as grants,
    ${list(`'id', x.id`, 'erased', 'x.id')} as erased
  from sync_scope s where s.scope_id = any($1::uuid[]) order by s.scope_id`

/** Reads some scopes whole. */
export async function readScopes(scopes: readonly string[]): Promise<Map<string, ScopeTables>> {
  const rows = await query(everything, [`{${scopes.join(',')}}`])
  return new Map(rows.map((row) => [String(row['scope']), tablesOf(row as unknown as ScopeRow)]))
}

/** As the statement above selects it. */
interface ScopeRow {
  scope: string
  seq: number
  horizon: number
  digest: string
  documents: DocumentRow[]
  history: HistoryRow[]
  conflicts: ConflictRow[]
  decisions: { opId: string; status: string; contested: boolean }[]
  contracts: { starts: string; ends: string | null }[]
  grants: { person: string; canWrite: boolean }[]
  erased: { id: string }[]
}

function tablesOf(row: ScopeRow): ScopeTables {
  const { scope, seq, horizon, digest, history, contracts } = row
  return {
    scope,
    seq,
    horizon,
    digest,
    history,
    contracts,
    documents: new Map(row.documents.map((document) => [document.id, document])),
    conflicts: new Map(row.conflicts.map((conflict) => [conflict.opId, conflict])),
    decisions: new Map(row.decisions.map(({ opId, status }) => [opId, status])),
    contested: new Set(
      row.decisions.flatMap(({ opId, status, contested }) =>
        contested || status === 'conflict' ? [opId] : [],
      ),
    ),
    grants: new Map(row.grants.map(({ person, canWrite }) => [person, canWrite])),
    erased: new Set(row.erased.map(({ id }) => id)),
  }
}

const backedUp = [
  'sync_scope',
  'sync_grant',
  'contract',
  'doc',
  'doc_history',
  'doc_conflict',
  'sync_op',
  'device',
  'quarantine',
  'erased',
]

/** What a backup holds: every table's rows as they were. */
export type Backup = ReadonlyMap<string, string>

export async function takeBackup(): Promise<Backup> {
  const columns = backedUp.map(
    (table) => `(select coalesce(json_agg(x), '[]')::text from ${table} x) as ${table}`,
  )
  const [row] = await query(`select ${columns.join(', ')}`)
  return new Map(backedUp.map((table) => [table, String(row?.[table])]))
}

/** Every table as it was at the backup; what came after is lost. */
export async function restoreBackup(backup: Backup): Promise<void> {
  await query(`truncate ${backedUp.join(', ')}`)
  for (const [table, rows] of backup) {
    await query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
      rows,
    ])
  }
}

/** Every text of the tables that may hold a person's words, to look for one that must be gone. */
export async function everyText(): Promise<string> {
  return JSON.stringify([...(await takeBackup())])
}
