import { sql } from 'kysely'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { LockedScope } from './scope-state.ts'
import type { Db } from './tables.ts'

/** Scopes that hold a tombstone written before an instant. */
export async function scopesWithTombstones(db: Db, before: string): Promise<ScopeId[]> {
  const { rows } = await sql<{ scope: ScopeId }>`
    select distinct scope_id as scope from doc where state = 'deleted' and updated_at < ${before}
    order by scope_id`.execute(db)
  return rows.map(({ scope }) => scope)
}

export interface Tombstone {
  readonly id: DocumentId
  readonly rev: number
  readonly seq: number
  readonly state: 'deleted'
}

/**
 * Takes the tombstones of a locked scope that were written before an instant, with their history and conflicts: an id
 * that comes back afterwards begins again at revision 1 (I10).
 */
export async function removeTombstones(tx: Db, { scope }: LockedScope, before: string): Promise<Tombstone[]> {
  const { rows } = await sql<Tombstone>`
    with gone as (
      delete from doc where scope_id = ${scope} and state = 'deleted' and updated_at < ${before}
      returning scope_id, id, rev, seq, state
    ), history as (
      delete from doc_history h using gone g where h.scope_id = ${scope} and g.scope_id = ${scope} and h.id = g.id
    ), conflicts as (
      delete from doc_conflict c using gone g where c.scope_id = ${scope} and g.scope_id = ${scope} and c.id = g.id
    )
    select id, rev, seq, state from gone`.execute(tx)
  return rows
}

/** What a purge leaves: no cursor below `horizon` can be told what went. */
export async function setHorizon(
  tx: Db,
  { scope }: LockedScope,
  horizon: number,
  digest: bigint,
): Promise<void> {
  await sql`
    update sync_scope set horizon = greatest(horizon, ${horizon}), digest = ${String(digest)}::numeric
    where scope_id = ${scope}`.execute(tx)
}

/** Scopes that hold a result of an op from before an instant. */
export async function scopesWithOps(db: Db, before: string): Promise<ScopeId[]> {
  const { rows } = await sql<{ scope: ScopeId }>`
    select distinct scope_id as scope from sync_op where at < ${before} order by scope_id`.execute(db)
  return rows.map(({ scope }) => scope)
}

/** Forgets results of ops of a scope from before an instant; answers how many. */
export async function removeOps(db: Db, scope: ScopeId, before: string): Promise<number> {
  const { rows } = await sql`
    delete from sync_op where scope_id = ${scope} and at < ${before} returning op_id`.execute(db)
  return rows.length
}
