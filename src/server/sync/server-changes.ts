import type { DocumentId } from '../../domain/ids.ts'
import { rulesOf } from '../../domain/sync/collections.ts'
import { changedFields } from '../../domain/sync/fields.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import type { DocumentRow, HistoryRow, LockedScope, ScopeChanges } from '../store/scope-state.ts'
import { digestWith } from './scope-digest.ts'

/** What a use case of the server changes in a scope: documents with numbers of its own, `taken` at the lock. */
export function serverChanges(
  rows: readonly DocumentRow[],
  before: ReadonlyMap<DocumentId, StoredDocument>,
  lock: LockedScope,
  taken: number,
): ScopeChanges {
  return {
    documents: rows,
    history: rows.map((row) => historyOf(row, before.get(row.id))),
    decisions: [],
    conflicts: [],
    settled: [],
    seq: lock.seq - taken + rows.length,
    digest: rows.reduce((digest, row) => digestWith(digest, row, before.get(row.id)), lock.digest),
  }
}

function historyOf(row: DocumentRow, before: StoredDocument | undefined): HistoryRow {
  const { id, rev, state, editedBy: by, at } = row
  const rules = rulesOf(row.collection)
  const fields = before && rules ? changedFields(rules, before.body, row.body).set : row.body
  const setFields = state === 'live' ? fields : {}
  return { id, rev, opId: undefined, setFields, state, by, device: undefined, at }
}
