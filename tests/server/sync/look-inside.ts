import type { DocumentId, ScopeId } from '../../../src/domain/ids.ts'
import { addToDigest, documentHash } from '../../../src/domain/sync/digest.ts'
import { beside } from '../each-store.ts'
import type { SyncWorld } from './sync-world.ts'

/* What the tables hold, for tests that promise something of them. */

export function documentRow({ store }: SyncWorld, scope: ScopeId, id: DocumentId) {
  return beside(() =>
    store.db
      .selectFrom('doc')
      .selectAll()
      .where('scope_id', '=', scope)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
}

export function documentRows({ store }: SyncWorld, scope: ScopeId) {
  return beside(() =>
    store.db.selectFrom('doc').selectAll().where('scope_id', '=', scope).orderBy('seq').execute(),
  )
}

export function historyRows({ store }: SyncWorld, scope: ScopeId, id: DocumentId) {
  return beside(() =>
    store.db
      .selectFrom('doc_history')
      .selectAll()
      .where('scope_id', '=', scope)
      .where('id', '=', id)
      .orderBy('rev')
      .execute(),
  )
}

export function conflictRows({ store }: SyncWorld, scope: ScopeId) {
  return beside(() => store.db.selectFrom('doc_conflict').selectAll().where('scope_id', '=', scope).execute())
}

export function opRows({ store }: SyncWorld, scope: ScopeId) {
  return beside(() => store.db.selectFrom('sync_op').selectAll().where('scope_id', '=', scope).execute())
}

export function quarantineRows({ store }: SyncWorld) {
  return beside(() => store.db.selectFrom('quarantine').selectAll().orderBy('at').execute())
}

export function deviceRows({ store }: SyncWorld) {
  return beside(() => store.db.selectFrom('device').selectAll().execute())
}

export function counter({ store }: SyncWorld, scope: ScopeId) {
  return beside(() =>
    store.db.selectFrom('sync_scope').selectAll().where('scope_id', '=', scope).executeTakeFirstOrThrow(),
  )
}

/** The digest as it follows from the documents themselves. */
export async function expectedDigest(world: SyncWorld, scope: ScopeId): Promise<string> {
  const documents = await documentRows(world, scope)
  return String(
    documents.reduce((sum, { id, rev, state }) => addToDigest(sum, documentHash(id, rev, state)), 0n),
  )
}

/** Every text that any table holds, to look for one that must be gone. */
export async function everyText({ store }: SyncWorld): Promise<string> {
  return beside(async () => {
    const { db } = store
    const tables = await Promise.all([
      db.selectFrom('doc').selectAll().execute(),
      db.selectFrom('doc_history').selectAll().execute(),
      db.selectFrom('doc_conflict').selectAll().execute(),
      db.selectFrom('sync_op').selectAll().execute(),
      db.selectFrom('quarantine').selectAll().execute(),
      db.selectFrom('device').selectAll().execute(),
      db.selectFrom('erased').selectAll().execute(),
    ])
    return JSON.stringify(tables)
  })
}
