import type { ScopeId } from '../../domain/ids.ts'
import { schemaVersion } from '../../domain/sync/limits.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import type { DocumentRow } from '../store/scope-state.ts'
import type { Store } from '../store/store.ts'
import { eraseValues } from '../store/sync-erasure.ts'
import { lockScope } from '../store/sync-lock.ts'
import { writeScopeChanges } from '../store/sync-scope-changes.ts'
import { readScopeState } from '../store/sync-scope-state.ts'
import type { Db } from '../store/tables.ts'
import { inTransaction } from '../store/transaction.ts'
import type { ErasedEntry, ErasedLog } from './erased-log.ts'
import { serverChanges } from './server-changes.ts'

/**
 * Erases again everything that was ever erased: what a restore from a backup has to begin with, before any device may
 * talk to it (sync.md 3.4, decide 8; I27). Answers how many documents had come back.
 */
export async function replayErased(store: Store, log: ErasedLog): Promise<number> {
  const entries = await log.read()
  let erased = 0
  for (const scope of new Set(entries.map((entry) => entry.scope))) {
    const ofScope = entries.filter((entry) => entry.scope === scope)
    erased += await inTransaction(store, (tx) => replayInScope(tx, scope, ofScope))
  }
  return erased
}

async function replayInScope(tx: Db, scope: ScopeId, entries: readonly ErasedEntry[]): Promise<number> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const ids = [...byId.keys()]
  const [first] = entries
  const lock = await lockScope(tx, scope, ids.length)
  // A scope that the backup had not got yet holds nothing of it.
  if (!lock || !first) return 0
  const state = await readScopeState(tx, scope, { person: first.by, ops: [], documents: ids, again: [] })
  const before = new Map(state.documents.map((document) => [document.id, document]))
  const back = [...byId.values()].filter(({ id }) => before.get(id)?.state !== 'erased')
  const firstSeq = lock.seq - ids.length + 1
  const rows = back.map((entry, index) => erasedRow(entry, before.get(entry.id), firstSeq + index))
  await eraseValues(tx, { scope, ids, person: undefined, at: first.at })
  const by = { person: first.by, at: first.at }
  await writeScopeChanges(tx, lock, serverChanges(rows, before, lock, ids.length), by)
  return rows.length
}

function erasedRow(entry: ErasedEntry, before: StoredDocument | undefined, seq: number): DocumentRow {
  return {
    scope: entry.scope,
    collection: before?.collection ?? entry.collection,
    id: entry.id,
    rev: (before?.rev ?? 0) + 1,
    seq,
    state: 'erased',
    schema: before?.schema ?? schemaVersion,
    body: {},
    day: undefined,
    editedAt: entry.at,
    editedBy: entry.by,
    at: entry.at,
  }
}
