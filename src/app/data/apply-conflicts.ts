import { conflictsSettledBy } from '../../domain/sync/settlement.ts'
import type { PulledConflict } from '../../domain/sync/wire.ts'
import { tableOf, type CoopDatabase } from './database.ts'
import type { LocalConflict } from './local-conflict.ts'

/**
 * Takes what a page says of conflicts, after its documents and in the same transaction: one that is open is shown on
 * every device of its author, one that was settled on any of them goes from all. What this device has settled and not
 * sent yet stays settled here.
 */
export async function applyConflicts(db: CoopDatabase, told: readonly PulledConflict[]): Promise<void> {
  if (told.length === 0) return
  const settledHere = new Set(conflictsSettledBy(...(await opsOn(db, told))))
  const shown: LocalConflict[] = []
  for (const conflict of told) {
    if (conflict.open && !settledHere.has(conflict.id) && !(await isGone(db, conflict)))
      shown.push(localConflict(conflict))
  }
  await db.conflict.bulkDelete(told.map(({ id }) => id))
  await db.conflict.bulkPut(shown)
}

function opsOn(db: CoopDatabase, told: readonly PulledConflict[]) {
  const documents = told.map(({ scope, docId }) => [scope, docId])
  return db.outbox.where('[scope+id]').anyOf(documents).toArray()
}

/** Nothing is to be chosen of a document that was deleted or erased here meanwhile. */
async function isGone(db: CoopDatabase, { collection, scope, docId }: PulledConflict): Promise<boolean> {
  const row = await tableOf(db, collection).get([scope, docId])
  return row !== undefined && row.state !== 'live'
}

function localConflict({ scope, collection, docId, id, kind, lost, at }: PulledConflict): LocalConflict {
  return { id, scope, collection, docId, opId: id, kind, lost: lost ?? {}, at: Date.parse(at) }
}
