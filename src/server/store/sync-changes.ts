import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { OpId, ScopeId } from '../../domain/ids.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import type { PulledConflict } from '../../domain/sync/wire.ts'
import { readTogether, type ReadMany } from './read-together.ts'
import type { Store } from './store.ts'
import type { Db } from './tables.ts'
import { retriedRead } from './transaction.ts'

/** Where a scope's counter stands, and what must be told with it (sync.md 3.5). */
export interface ScopeHead {
  readonly head: number
  readonly horizon: number
  /** Decimal text. */
  readonly digest: string
}

/** A document without what only deciding needs; the body of one that isn't live is never read. */
export type ChangedDocument = Omit<StoredDocument, 'editedAt' | 'editedBy' | 'at'>

/** A conflict at the place where it was opened or settled. What lost is told while it is open. */
export type ChangedConflict = PulledConflict

/** The heads of some scopes: an idle poll asks for nothing more. */
export async function headsOf(db: Db, scopes: readonly ScopeId[]): Promise<Map<ScopeId, ScopeHead>> {
  const { rows } = await sql<ScopeHead & { scope: ScopeId }>`
    select scope_id as scope, seq as head, horizon, digest
    from sync_scope where scope_id = any(${scopes}::uuid[])`.execute(db)
  return new Map(rows.map(({ scope, head, horizon, digest }) => [scope, { head, horizon, digest }]))
}

/** The same for those who ask at the same time. */
export function headsReader(store: Store): ReadMany<ScopeId, ScopeHead> {
  return readTogether((scopes) => retriedRead(store, (db) => headsOf(db, scopes)))
}

/**
 * Documents of a scope after a cursor and conflicts of live ones, oldest change first, with its head and digest in the
 * same statement: the reader's next cursor is the largest seq of these very rows, or that head (sync.md 2.3, rule 3).
 */
export async function changesAfter(
  db: Db,
  scope: ScopeId,
  cursor: number,
  limit: number,
): Promise<ScopeHead & { changes: (ChangedDocument | ChangedConflict)[] }> {
  const { rows } = await sql<ScopeHead & ChangeColumns>`
    with s as (select seq, horizon, digest from sync_scope where scope_id = ${scope}),
      d as (select id, collection, seq, rev, state, schema_v, case state when 'live' then body end as body
        from doc where scope_id = ${scope} and seq > ${cursor} order by seq limit ${limit}),
      x as (select o.id, o.collection, f.seq, f.conflict_id, f.kind, f.at, f.status,
          case f.status when 'open' then f.lost end as lost
        from doc_conflict f join doc o on o.scope_id = ${scope} and o.id = f.id and o.state = 'live'
        where f.scope_id = ${scope} and f.seq > ${cursor} order by f.seq limit ${limit}),
      c as (select id, collection, seq, rev, state, schema_v, body, null::uuid as conflict_id, null::text as kind,
          null::timestamptz as at from d
        union all select id, collection, seq, null, status, null, lost, conflict_id, kind, at from x)
    select s.seq as head, s.horizon, s.digest, c.id, c.collection, c.seq, c.rev, c.state, c.schema_v as schema,
      c.body, c.conflict_id as "conflictId", c.kind, c.at
    from s left join c on true order by c.seq limit ${limit}`.execute(db)
  const [first] = rows
  if (!first) throw new Error(`There is no scope ${scope}`)
  const changes = rows.flatMap((row) => changeOf(scope, row))
  return { head: first.head, horizon: first.horizon, digest: first.digest, changes }
}

/**
 * The newest documents of a scope by day of activity, for a device's first screen: those of days from `since` on, and
 * those that have no day (places), which a form needs too.
 */
export async function recentDocuments(
  db: Db,
  scope: ScopeId,
  since: CalendarDay,
  limit: number,
): Promise<(ChangedDocument & { day: CalendarDay | null })[]> {
  const { rows } = await sql<DocumentColumns & { day: CalendarDay | null }>`
    select id, collection, seq, rev, state, schema_v as schema, body, day
    from doc where scope_id = ${scope} and state = 'live' and (day >= ${since} or day is null)
    order by day desc nulls first, seq desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...documentOf(scope, row), day: row.day }))
}

/** What the domain validated before it was written. */
type DocumentColumns = Omit<StoredDocument, 'scope' | 'editedAt' | 'editedBy' | 'at' | 'body'> & {
  readonly body: StoredDocument['body'] | null
}

type ChangeColumns =
  | (DocumentColumns & { readonly conflictId: null })
  | {
      readonly conflictId: OpId
      readonly id: StoredDocument['id']
      readonly collection: string
      readonly seq: number
      readonly state: 'open' | 'resolved'
      readonly kind: PulledConflict['kind']
      readonly body: StoredDocument['body'] | null
      readonly at: string
    }
  /** The scope itself, where nothing of it changed. */
  | { readonly conflictId: null; readonly id: null }

function changeOf(scope: ScopeId, row: ChangeColumns): (ChangedDocument | ChangedConflict)[] {
  if (row.id === null) return []
  if (row.conflictId === null) return [documentOf(scope, row)]
  const { conflictId, id: docId, collection, seq, state, kind, body, at } = row
  const conflict = { scope, collection, docId, seq, id: conflictId, kind, open: state === 'open', at }
  return [{ ...conflict, ...(body && { lost: body }) }]
}

function documentOf(scope: ScopeId, row: DocumentColumns): ChangedDocument {
  const { id, collection, seq, rev, state, schema, body } = row
  return { scope, id, collection, seq, rev, state, schema, body: body ?? {} }
}
