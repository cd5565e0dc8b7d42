import type { ScopeId } from '../../domain/ids.ts'
import { inOrder } from './adopt-epoch.ts'
import type { CoopDatabase } from './database.ts'
import { boundsOf, documentTables, scopesHeld } from './document-tables.ts'
import { WorkingSet } from './working-set.ts'

/**
 * Takes off the device whatever belongs to a scope that isn't granted, whether or not it ever was (I14, set-based);
 * what was not sent becomes orphans, which can be exported and go out if the scope is given back (I15).
 */
export async function withdrawScopes(db: CoopDatabase, granted: ReadonlySet<ScopeId>): Promise<void> {
  for (const scope of await scopesHeld(db)) if (!granted.has(scope)) await withdrawScope(db, scope)
}

async function withdrawScope(db: CoopDatabase, scope: ScopeId): Promise<void> {
  const [lower, upper] = boundsOf(scope)
  for (const table of documentTables(db)) await table.where('[scope+id]').between(lower, upper).delete()
  const unsent = await db.outbox.where('[scope+id]').between(lower, upper).toArray()
  await db.orphan.bulkPut(unsent)
  await db.outbox.bulkDelete(unsent.map((op) => op.n))
  await db.conflict.where('[scope+docId]').between(lower, upper).delete()
  await db.cursor.delete(scope)
}

/** Orphans of scopes that are granted again go back to the outbox, with their ids and their places. */
export async function returnOrphans(db: CoopDatabase, granted: ReadonlySet<ScopeId>): Promise<void> {
  const back = await db.orphan
    .where('scope')
    .anyOf([...granted])
    .toArray()
  if (back.length === 0) return
  const set = await WorkingSet.load(db, back)
  for (const op of inOrder(back)) {
    const document = set.get(op)
    if (!document.ops.some(({ opId }) => opId === op.opId)) {
      const { held: _held, ...again } = op
      set.set({ ...document, ops: inOrder([...document.ops, again]) })
    }
  }
  await set.flush()
  await db.orphan.bulkDelete(back.map((op) => op.opId))
}
