import { sql } from 'kysely'
import type { DocumentId, OpId, PersonId, ScopeId } from '../../domain/ids.ts'
import type { ContractDates } from '../../domain/sync/decide.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import type { ConflictRecord, ScopeState, StoredDecision } from './scope-state.ts'
import type { Db } from './tables.ts'

/** What is asked of a scope: the ops and the documents that a push is about. */
export interface ScopeQuestion {
  readonly person: PersonId
  readonly ops: readonly OpId[]
  readonly documents: readonly DocumentId[]
}

/**
 * Everything that deciding needs to know, in one statement after the lock: what another transaction committed while
 * this one waited is in it. Names inside the JSON are the domain's, so that nothing is to be renamed here.
 */
export async function readScopeState(tx: Db, scope: ScopeId, question: ScopeQuestion): Promise<ScopeState> {
  const { person, ops, documents } = question
  const { rows } = await sql<ScopeStateRow>`
    select
      (select g.can_write from sync_grant g where g.scope_id = ${scope} and g.user_id = ${person}) as "canWrite",
      (select jsonb_agg(jsonb_build_object('starts', c.starts, 'ends', c.ends))
        from contract c where c.scope_id = ${scope}) as contracts,
      (select jsonb_agg(jsonb_build_object('scope', d.scope_id, 'collection', d.collection, 'id', d.id,
          'rev', d.rev, 'seq', d.seq, 'state', d.state, 'schema', d.schema_v, 'body', d.body,
          'editedAt', coalesce(d.edited_at, d.updated_at), 'editedBy', d.edited_by))
        from doc d where d.scope_id = ${scope} and d.id = any(${documents}::uuid[])) as documents,
      (select jsonb_agg(e.id) from erased e
        where e.scope_id = ${scope} and e.id = any(${documents}::uuid[])) as erased,
      (select jsonb_agg(o.result || jsonb_build_object('opId', o.op_id)) from sync_op o
        where o.scope_id = ${scope} and o.op_id = any(${ops}::uuid[])) as decisions,
      (select jsonb_agg(jsonb_build_object('opId', x.conflict_id, 'id', x.id, 'kind', x.kind, 'lost', x.lost))
        from doc_conflict x
        where x.scope_id = ${scope} and x.conflict_id = any(${ops}::uuid[]) and x.status = 'open') as conflicts,
      (select jsonb_agg(x.conflict_id) from doc_conflict x
        where x.scope_id = ${scope} and x.id = any(${documents}::uuid[]) and x.status = 'open') as open
    from sync_scope s where s.scope_id = ${scope}`.execute(tx)
  const [row] = rows
  return {
    canWrite: row?.canWrite ?? undefined,
    contracts: row?.contracts ?? [],
    documents: row?.documents ?? [],
    erased: row?.erased ?? [],
    decisions: row?.decisions ?? [],
    conflicts: row?.conflicts ?? [],
    open: row?.open ?? [],
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
}
