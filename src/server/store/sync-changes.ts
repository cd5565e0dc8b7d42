import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { ScopeId } from '../../domain/ids.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import type { Db } from './tables.ts'

/** Where a scope's counter stands, and what must be told with it (sync.md 3.5). */
export interface ScopeHead {
  readonly head: number
  readonly horizon: number
  /** Decimal text. */
  readonly digest: string
}

/** A document without what only deciding needs; the body of one that isn't live is never read. */
export type ChangedDocument = Omit<StoredDocument, 'editedAt' | 'editedBy'>

/** The heads of some scopes: an idle poll asks for nothing more. */
export async function headsOf(db: Db, scopes: readonly ScopeId[]): Promise<Map<ScopeId, ScopeHead>> {
  const { rows } = await sql<ScopeHead & { scope: ScopeId }>`
    select scope_id as scope, seq as head, horizon, digest
    from sync_scope where scope_id = any(${scopes}::uuid[])`.execute(db)
  return new Map(rows.map(({ scope, head, horizon, digest }) => [scope, { head, horizon, digest }]))
}

/**
 * Documents of a scope after a cursor, oldest change first, with its head and digest in the same statement: the
 * reader's next cursor is the largest seq of these very rows (sync.md 2.3, rule 3).
 */
export async function changesAfter(
  db: Db,
  scope: ScopeId,
  cursor: number,
  limit: number,
): Promise<ScopeHead & { changes: ChangedDocument[] }> {
  const { rows } = await sql<ScopeHead & (DocumentColumns | { id: null })>`
    with s as (select seq, horizon, digest from sync_scope where scope_id = ${scope}),
      c as (select id, collection, seq, rev, state, schema_v, case state when 'live' then body end as body
        from doc where scope_id = ${scope} and seq > ${cursor} order by seq limit ${limit})
    select s.seq as head, s.horizon, s.digest,
      c.id, c.collection, c.seq, c.rev, c.state, c.schema_v as schema, c.body
    from s left join c on true order by c.seq`.execute(db)
  const [first] = rows
  if (!first) throw new Error(`There is no scope ${scope}`)
  const changes = rows.flatMap((row) => (row.id === null ? [] : [documentOf(scope, row)]))
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
type DocumentColumns = Omit<StoredDocument, 'scope' | 'editedAt' | 'editedBy' | 'body'> & {
  readonly body: StoredDocument['body'] | null
}

function documentOf(scope: ScopeId, row: DocumentColumns): ChangedDocument {
  const { id, collection, seq, rev, state, schema, body } = row
  return { scope, id, collection, seq, rev, state, schema, body: body ?? {} }
}
