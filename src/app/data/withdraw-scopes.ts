import type { ScopeId } from '../../domain/ids.ts'
import type { PendingOp } from '../../domain/sync/pending-op.ts'
import { inOrder } from './adopt-epoch.ts'
import type { CoopDatabase } from './database.ts'
import { boundsOf, documentTables, scopesHeld } from './document-tables.ts'
import { readScopeNews, tellOfScope } from './scope-news.ts'
import { WorkingSet } from './working-set.ts'

/**
 * Takes off the device whatever belongs to a scope that isn't granted, whether or not it ever was (I14, set-based);
 * what was not sent becomes orphans, which can be exported and go out if the scope is given back (I15).
 */
export async function withdrawScopes(
  db: CoopDatabase,
  granted: ReadonlySet<ScopeId>,
  now: number,
): Promise<void> {
  for (const scope of await scopesHeld(db)) if (!granted.has(scope)) await withdrawScope(db, scope, now)
}

async function withdrawScope(db: CoopDatabase, scope: ScopeId, now: number): Promise<void> {
  const [lower, upper] = boundsOf(scope)
  const label = (await db.cursor.get(scope))?.label ?? ''
  const left = await db.report.where('[scope+id]').between(lower, upper).count()
  for (const table of documentTables(db)) await table.where('[scope+id]').between(lower, upper).delete()
  await db.fact.clear()
  const unsent = await db.outbox.where('[scope+id]').between(lower, upper).toArray()
  await db.orphan.bulkPut(unsent)
  await db.outbox.bulkDelete(unsent.map((op) => op.n))
  await db.conflict.where('[scope+docId]').between(lower, upper).delete()
  await db.cursor.delete(scope)
  // A file may bring documents to several scopes: it can be opened again for those that are left.
  await db.importPart.clear()
  await tellOfScope(db, { kind: 'withdrawn', scope, label, at: now, left, unsent: documentsIn(unsent) })
}

function documentsIn(ops: readonly PendingOp[]): number {
  return new Set(ops.map(({ id }) => id)).size
}

/** Orphans of scopes that are granted again go back to the outbox, with their ids and their places. */
export async function returnOrphans(
  db: CoopDatabase,
  granted: ReadonlySet<ScopeId>,
  now: number,
): Promise<void> {
  const back = await db.orphan
    .where('scope')
    .anyOf([...granted])
    .toArray()
  await tellOfReturns(db, granted, back, now)
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

/** Of a withdrawal that was told: the person learns that it is over. */
async function tellOfReturns(
  db: CoopDatabase,
  granted: ReadonlySet<ScopeId>,
  back: readonly PendingOp[],
  now: number,
): Promise<void> {
  for (const { kind, scope, label } of await readScopeNews(db)) {
    if (kind !== 'withdrawn' || !granted.has(scope)) continue
    const unsent = documentsIn(back.filter((op) => op.scope === scope))
    await tellOfScope(db, { kind: 'returned', scope, label, at: now, left: 0, unsent })
  }
}
