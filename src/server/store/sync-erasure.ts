import { sql } from 'kysely'
import type { DocumentId, PersonId, ScopeId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

export interface Erasure {
  readonly scope: ScopeId
  readonly ids: readonly DocumentId[]
  /** Whose quarantine is searched; undefined searches everybody's, for the server's own replay. */
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
  const mentions = ids.map((id) => `%${id}%`)
  await sql`
    delete from quarantine
    where (${person ?? null}::uuid is null or user_id = ${person ?? null}::uuid)
      and lower(raw::text) like any(${mentions}::text[])`.execute(tx)
}
