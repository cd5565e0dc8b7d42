import type { ScopeId } from '../../domain/ids.ts'
import { identifiesPeople } from '../../domain/sync/closed-scope.ts'
import { collections } from '../../domain/sync/collections.ts'
import { tableOf, type CoopDatabase } from './database.ts'
import { boundsOf } from './document-tables.ts'
import { tellOfScope } from './scope-news.ts'
import { newCursor } from './scope-cursor.ts'
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
  const left = await peopleNamed(db, scope)
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
  const unsent = await db.beneficiary
    .where('[scope+id]')
    .between(...bounds)
    .filter(({ pending }) => pending === 1)
    .count()
  if (left + unsent === 0) return
  await tellOfScope(db, { kind: 'closed', scope, label: cursor.label, at: now, left, unsent })
}

function peopleNamed(db: CoopDatabase, scope: ScopeId): Promise<number> {
  return db.beneficiary
    .where('[scope+id]')
    .between(...boundsOf(scope))
    .filter(({ state, body }) => state === 'live' && Object.keys(body).length > 0)
    .count()
}

async function emptyRows(db: CoopDatabase, scope: ScopeId, collection: string): Promise<void> {
  const rows = await tableOf(db, collection)
    .where('[scope+id]')
    .between(...boundsOf(scope))
    .filter((row) => row.collection === collection && row.server !== null)
    .toArray()
  if (rows.length === 0) return
  const set = await WorkingSet.load(db, rows)
  for (const row of rows) set.set({ ...set.get(row), base: {} })
  await set.flush()
}
