import { withFields } from '../../domain/sync/fields.ts'
import { collectionNames } from '../../domain/sync/op.ts'
import { tableOf, type CoopDatabase } from './database.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import { documentTables } from './document-tables.ts'
import { inTransaction } from './in-transaction.ts'
import { withRoom } from './make-room.ts'
import { deleteInTransaction, saveInTransaction } from './save-document.ts'

export type { LocalConflict } from './local-conflict.ts'

/** The document is right as it stands. */
export async function keepCurrent(db: CoopDatabase, conflictId: string): Promise<void> {
  await db.conflict.delete(conflictId)
}

/**
 * Puts back what lost, as a new save: the values, or the delete. A document that is gone since leaves nothing to put
 * back into, and the conflict is over.
 */
export async function takeLost(
  db: CoopDatabase,
  conflictId: string,
  tools: DeviceTools = deviceTools,
): Promise<void> {
  await withRoom(db, () =>
    inTransaction(db, [...documentTables(db), db.outbox, db.conflict], () => settle(db, conflictId, tools)),
  )
  db.announceSave()
}

async function settle(db: CoopDatabase, conflictId: string, tools: DeviceTools): Promise<void> {
  const conflict = await db.conflict.get(conflictId)
  const collection = collectionNames.find((name) => name === conflict?.collection)
  if (!conflict || !collection) return
  const { scope, docId: id, lost } = conflict
  const row = await tableOf(db, collection).get([scope, id])
  await db.conflict.delete(conflictId)
  if (row?.state !== 'live') return
  if (conflict.kind === 'delete-vs-edit') return deleteInTransaction(db, { collection, id }, tools)
  await saveInTransaction(db, { scope, collection, id, body: withFields(row.body, lost) }, tools)
}
