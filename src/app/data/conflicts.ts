import type { OpId } from '../../domain/ids.ts'
import { sameJson, valueAt, type JsonObject } from '../../domain/json.ts'
import { rulesOf } from '../../domain/sync/collections.ts'
import { groupsOf, withFields } from '../../domain/sync/fields.ts'
import { collectionNames, type CollectionName } from '../../domain/sync/op.ts'
import { opsAfterSettling } from '../../domain/sync/save-rules.ts'
import { tableOf, type CoopDatabase } from './database.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import { documentTables } from './document-tables.ts'
import { inTransaction } from './in-transaction.ts'
import type { LocalConflict } from './local-conflict.ts'
import type { LocalDocument } from './local-document.ts'
import { withRoom } from './make-room.ts'
import { deleteInTransaction, saveContext, saveInTransaction } from './save-document.ts'
import { WorkingSet } from './working-set.ts'

export type { LocalConflict } from './local-conflict.ts'

/** What can be chosen by itself in a conflict: fields that only make sense together go together. */
export function partsOf({ collection, lost }: LocalConflict): string[][] {
  const rules = rulesOf(collection)
  return rules ? groupsOf(rules, Object.keys(lost)) : []
}

/** Those in which the version that lost still says something else than the document as it stands. */
export function differingParts(conflict: LocalConflict, current: JsonObject): string[][] {
  return partsOf(conflict).filter((part) =>
    part.some((field) => !sameJson(valueAt(current, field) ?? null, conflict.lost[field] ?? null)),
  )
}

/** The document is right as it stands: nothing of it changes, and every device and the server are told so. */
export async function keepCurrent(
  db: CoopDatabase,
  conflictId: string,
  tools: DeviceTools = deviceTools,
): Promise<void> {
  await settle(db, conflictId, ({ conflict, collection }) => keep(db, conflict, collection, tools))
}

/**
 * Puts back what lost, as a new save that settles the conflict: the values, or the delete. A document that is gone
 * since leaves nothing to put back into, and the conflict is over.
 *
 * @param fields those of the parts that are taken; all that lost unless said. None is the same as to keep.
 */
export async function takeLost(
  db: CoopDatabase,
  conflictId: string,
  tools: DeviceTools = deviceTools,
  fields?: readonly string[],
): Promise<void> {
  await settle(db, conflictId, async ({ conflict, collection, row }) => {
    const { scope, docId: id, kind } = conflict
    const resolves = [conflictIdOf(conflict)]
    if (kind === 'delete-vs-edit') return deleteInTransaction(db, { collection, id }, tools, resolves)
    const body = withFields(row.body, chosen(conflict.lost, fields))
    await saveInTransaction(db, { scope, collection, id, body, resolves }, tools)
  })
}

interface Settled {
  readonly conflict: LocalConflict
  readonly collection: CollectionName
  readonly row: LocalDocument
}

/** Takes the conflict off this device and does what settles it elsewhere, in one transaction. */
async function settle(
  db: CoopDatabase,
  conflictId: string,
  act: (settled: Settled) => Promise<void>,
): Promise<void> {
  await withRoom(db, () =>
    inTransaction(db, [...documentTables(db), db.outbox, db.conflict, db.fact], async () => {
      const conflict = await db.conflict.get(conflictId)
      const collection = collectionNames.find((name) => name === conflict?.collection)
      if (!conflict || !collection) return
      const row = await tableOf(db, collection).get([conflict.scope, conflict.docId])
      await db.conflict.delete(conflictId)
      if (row?.state === 'live') await act({ conflict, collection, row })
    }),
  )
  db.announceSave()
}

async function keep(
  db: CoopDatabase,
  conflict: LocalConflict,
  collection: CollectionName,
  tools: DeviceTools,
): Promise<void> {
  const name = { collection, scope: conflict.scope, id: conflict.docId }
  const set = await WorkingSet.load(db, [name])
  const document = set.get(name)
  const resolves = [conflictIdOf(conflict)]
  set.set(document, opsAfterSettling(document, { ...saveContext(collection, tools), resolves }))
  await set.flush()
}

function chosen(lost: JsonObject, fields: readonly string[] | undefined): JsonObject {
  if (!fields) return lost
  return Object.fromEntries(Object.entries(lost).filter(([field]) => fields.includes(field)))
}

/** A conflict has the id of the op that left it. */
function conflictIdOf({ id }: LocalConflict): OpId {
  return id as OpId
}
