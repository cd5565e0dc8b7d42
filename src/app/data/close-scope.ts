import type { ScopeId } from '../../domain/ids.ts'
import { identifiesPeople } from '../../domain/sync/closed-scope.ts'
import { collections } from '../../domain/sync/collections.ts'
import { tableOf, type CoopDatabase } from './database.ts'
import { boundsOf } from './document-tables.ts'
import type { LocalDocument } from './local-document.ts'
import { tellOfScope, untellOfScope } from './scope-news.ts'
import { newCursor, rebuildWanted } from './scope-cursor.ts'
import { WorkingSet } from './working-set.ts'

/**
 * Takes from this device what says who people are, once the server says that a scope is closed: ninety days after its
 * last contract (sync.md 3.1). Reports stay to be read, and rows stay without their values, so that the digest agrees.
 * What was typed of a person and never sent stays too: it is theirs who typed it to export or to give up (I15).
 */
export async function closeScope(db: CoopDatabase, scope: ScopeId, now: number): Promise<void> {
  const cursor = (await db.cursor.get(scope)) ?? newCursor(scope)
  if (cursor.closed) return
  await db.cursor.put({ ...cursor, closed: true })
  const pages = () => db.beneficiary.where('[scope+id]').between(...boundsOf(scope))
  const left = await pages()
    .filter((row) => row.state === 'live' && hasValues(row))
    .count()
  await forgetPeople(db, scope)
  const unsent = await pages()
    .filter(({ pending }) => pending === 1)
    .count()
  if (left + unsent === 0) return
  await tellOfScope(db, { kind: 'closed', scope, label: cursor.label, at: now, left, unsent })
}

/**
 * The server says that a scope isn't closed any more: it is read again, since what says who its people are had left.
 * Whether an answer that says so was overtaken by a closing, the next pull tells.
 */
export async function reopenScope(db: CoopDatabase, scope: ScopeId): Promise<void> {
  const cursor = await db.cursor.get(scope)
  if (!cursor?.closed) return
  await db.cursor.put({ ...rebuildWanted(cursor), closed: false })
  await untellOfScope(db, scope, 'closed')
}

/** The same for what an answer from before the closing, or a copy of what was sent, brought to a closed scope since. */
export async function forgetPeople(db: CoopDatabase, scope: ScopeId): Promise<void> {
  for (const collection of Object.keys(collections)) {
    if (identifiesPeople(collection)) await emptyRows(db, scope, collection)
  }
  const ofPeople = ({ collection }: { collection: string }) => identifiesPeople(collection)
  const bounds = boundsOf(scope)
  await db.conflict
    .where('[scope+docId]')
    .between(...bounds)
    .filter(ofPeople)
    .delete()
  // Sent again after a restore they would be refused: only a wish to erase is heard of a closed scope.
  await db.sent
    .where('[scope+id]')
    .between(...bounds)
    .filter((op) => ofPeople(op) && op.kind !== 'erase')
    .delete()
}

async function emptyRows(db: CoopDatabase, scope: ScopeId, collection: string): Promise<void> {
  const rows = await tableOf(db, collection)
    .where('[scope+id]')
    .between(...boundsOf(scope))
    .filter((row) => row.collection === collection && hasValues(row))
    .toArray()
  if (rows.length === 0) return
  const set = await WorkingSet.load(db, rows)
  for (const row of rows) set.set({ ...set.get(row), base: {} })
  await set.flush()
}

/** Whether the device holds what the server told of a document; what only waits to be sent is another matter. */
function hasValues({ pending, base, body, server }: LocalDocument): boolean {
  return Object.keys((pending === 1 ? base : server && body) ?? {}).length > 0
}
