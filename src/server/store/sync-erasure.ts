import { sql } from 'kysely'
import type { DocumentId, PersonId, ScopeId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

export interface Erasure {
  readonly scope: ScopeId
  readonly ids: readonly DocumentId[]
  /** Who erases: their quarantine is searched whole; undefined searches everybody's, for the server's own replay. */
  readonly person: PersonId | undefined
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** A document that was erased, and who asked for it. */
export interface ErasedDocumentRow {
  readonly scope: ScopeId
  readonly id: DocumentId
  readonly collection: string
  readonly by: PersonId
  readonly at: string
}

/** Every document that the database knows to be erased. */
export async function erasedDocuments(db: Db): Promise<ErasedDocumentRow[]> {
  const { rows } = await sql<ErasedDocumentRow>`
    select e.scope_id as scope, e.id, d.collection, d.edited_by as by, e.at
    from erased e join doc d on d.scope_id = e.scope_id and d.id = e.id
    where d.edited_by is not null order by e.at, e.id`.execute(db)
  return rows
}

/**
 * Empties the values that the server keeps of some ids beside the documents themselves, and remembers the ids
 * (sync.md 3.4, decide 8). Results of ops hold no value, so there is nothing in them to empty.
 */
export async function eraseValues(tx: Db, { scope, ids, person, at }: Erasure): Promise<void> {
  await sql`
    with history as (
      update doc_history set set_fields = '{}' where scope_id = ${scope} and id = any(${ids}::uuid[])
    ), conflicts as (
      update doc_conflict set lost = '{}', status = 'resolved' where scope_id = ${scope} and id = any(${ids}::uuid[])
    )
    insert into erased (scope_id, id, at)
    select ${scope}::uuid, x.id, ${at}::timestamptz from unnest(${ids}::uuid[]) as x(id)
    on conflict (scope_id, id) do nothing`.execute(tx)
  await eraseQuarantined(tx, { scope, ids, person })
}

/**
 * Takes away what is kept unread of some ids: whatever the person who erases had kept, and what anybody else had kept
 * of the same scope.
 */
export async function eraseQuarantined(db: Db, { scope, ids, person }: Omit<Erasure, 'at'>): Promise<void> {
  const mentions = ids.map((id) => `%${id}%`)
  await sql`
    delete from quarantine
    where (${person ?? null}::uuid is null or user_id = ${person ?? null}::uuid
        or lower(raw::text) like ${`%${scope}%`}::text)
      and lower(raw::text) like any(${mentions}::text[])`.execute(db)
}

/** Which of some ids are erased, in the person's own scopes or in scopes that are named beside them. */
export async function erasedAmong(db: Db, person: PersonId, named: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct e.id from erased e
    where e.id = any(${named}::uuid[])
      and (e.scope_id = any(${named}::uuid[])
        or e.scope_id in (select g.scope_id from sync_grant g where g.user_id = ${person}))`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Documents erased since an instant. */
export async function erasedSince(db: Db, since: string): Promise<{ scope: ScopeId; id: DocumentId }[]> {
  const { rows } = await sql<{ scope: ScopeId; id: DocumentId }>`
    select scope_id as scope, id from erased where at >= ${since} order by scope_id, id`.execute(db)
  return rows
}
