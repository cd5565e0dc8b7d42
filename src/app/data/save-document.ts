import type { Table } from 'dexie'
import type { DocumentId, OpId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import { collections } from '../../domain/sync/collections.ts'
import { viewOfDevice, type DeviceDocument, type QueuedOp } from '../../domain/sync/device-document.ts'
import type { CollectionName } from '../../domain/sync/op.ts'
import {
  opsAfterDelete,
  opsAfterRestore,
  opsAfterSave,
  type SaveContext,
} from '../../domain/sync/save-rules.ts'
import { tableOf, type CoopDatabase } from './database.ts'
import { deviceTools, type DeviceTools } from './device-tools.ts'
import { instantText } from './instant-text.ts'
import type { LocalDocument } from './local-document.ts'
import { inTransaction } from './in-transaction.ts'
import { withRoom } from './make-room.ts'
import { rowById } from './row-by-id.ts'
import { WorkingSet, type DocumentName } from './working-set.ts'

export interface DocumentSave {
  scope: ScopeId
  collection: CollectionName
  id: DocumentId
  /** The whole document as the person wants it. */
  body: JsonObject
  /**
   * The document as the person saw it when they began to edit; what the device holds now unless said. With it, a change
   * of another device that arrived under an open form is neither undone nor overwritten without a trace (I8b).
   */
  before?: JsonObject
  /** Conflicts that the person settles by it. */
  resolves?: readonly OpId[]
  /** Draft that the save replaces, deleted in the same transaction. */
  draftId?: DocumentId
}

/** A document of one of the collections, by its id. */
export interface DocumentHandle {
  collection: CollectionName
  id: DocumentId
}

/** A save of a document that was erased for good, here or on another device: nothing of it may come back. */
export class DocumentErased extends Error {
  constructor() {
    super('the document was erased for good')
    this.name = 'DocumentErased'
  }
}

/**
 * Saves a document, new or known: its row, its op and the end of its draft in one transaction (I1). Resolves once that
 * transaction is on the disk; rejects with nothing changed.
 */
export async function saveDocument(
  db: CoopDatabase,
  save: DocumentSave,
  tools: DeviceTools = deviceTools,
): Promise<void> {
  await writeSave(db, [tableOf(db, save.collection), db.outbox, db.draft], async () => {
    const isDraftGone = save.draftId && db.draft.delete(save.draftId)
    await saveInTransaction(db, save, tools)
    await isDraftGone
  })
}

/** Saves several documents: all of them, or none. */
export async function saveDocuments(
  db: CoopDatabase,
  saves: readonly Omit<DocumentSave, 'draftId'>[],
  tools: DeviceTools = deviceTools,
): Promise<void> {
  const tables = new Set(saves.map(({ collection }) => tableOf(db, collection)))
  await writeSave(db, [...tables, db.outbox], async () => {
    for (const save of saves) await saveInTransaction(db, save, tools)
  })
}

/** The same inside a transaction that is open on the collection's table, the outbox and the facts. */
export async function saveInTransaction(
  db: CoopDatabase,
  { scope, collection, id, body, before, resolves }: Omit<DocumentSave, 'draftId'>,
  tools: DeviceTools,
): Promise<void> {
  const set = await WorkingSet.load(db, [{ scope, collection, id }])
  const document = set.get({ scope, collection, id })
  if (viewOfDevice(document).state === 'erased') throw new DocumentErased()
  const context = {
    ...saveContext(collection, tools),
    ...(before ? { before } : {}),
    ...(resolves ? { resolves } : {}),
  }
  set.set(document, opsAfterSave(document, body, context))
  await set.flush()
}

/** Deletes a document. One that the server never heard of leaves nothing to send; an undo still finds it. */
export async function deleteDocument(
  db: CoopDatabase,
  handle: DocumentHandle,
  tools: DeviceTools = deviceTools,
): Promise<void> {
  await writeSave(db, deleteTables(db, handle), () => deleteInTransaction(db, handle, tools))
}

/** The same inside a transaction that is open on the collection's table, the outbox, the conflicts and the facts. */
export async function deleteInTransaction(
  db: CoopDatabase,
  handle: DocumentHandle,
  tools: DeviceTools,
  resolves: readonly OpId[] = [],
): Promise<void> {
  await change(db, handle, async (set, document, row) => {
    const after = opsAfterDelete(document, { ...saveContext(handle.collection, tools), resolves })
    await write(set, document, after)
    if (document.server === null && document.ops.length > 0 && after.length === 0) {
      await tableOf(db, handle.collection).put(unheardDelete(row))
    }
  })
}

/** Takes a delete back (undo). */
export async function restoreDocument(
  db: CoopDatabase,
  handle: DocumentHandle,
  tools: DeviceTools = deviceTools,
): Promise<void> {
  await writeSave(db, deleteTables(db, handle), () =>
    change(db, handle, async (set, document, row) => {
      if (isUnheardDelete(row)) {
        return saveInTransaction(db, { ...handle, scope: row.scope, body: row.body }, tools)
      }
      await write(set, document, opsAfterRestore(document, saveContext(handle.collection, tools)))
    }),
  )
}

export function saveContext(collection: CollectionName, tools: DeviceTools): SaveContext {
  return { rules: collections[collection], at: instantText(tools.now()), opId: tools.newOpId() }
}

/** What stays of a document that was made and deleted before anything was sent, until the app starts again. */
function unheardDelete({ base: _base, ...row }: LocalDocument): LocalDocument {
  return { ...row, state: 'deleted', pending: 0, server: null }
}

export function isUnheardDelete({ server, pending, state }: LocalDocument): boolean {
  return server === null && pending === 0 && state === 'deleted'
}

/** A delete may end what two versions were kept of. */
function deleteTables(db: CoopDatabase, { collection }: DocumentHandle): Table[] {
  return [tableOf(db, collection), db.outbox, db.conflict]
}

/** Writes in one transaction, makes room where there is none, and says that something was saved. */
export async function writeSave(
  db: CoopDatabase,
  tables: Table[],
  write: () => Promise<void>,
): Promise<void> {
  await withRoom(db, () => inTransaction(db, [...tables, db.fact], write))
  db.announceSave()
}

async function change(
  db: CoopDatabase,
  handle: DocumentHandle,
  apply: (set: WorkingSet, document: DeviceDocument, row: LocalDocument) => Promise<void>,
): Promise<void> {
  const row = await rowById(db, handle)
  if (!row) return
  const name: DocumentName = { ...handle, scope: row.scope }
  const set = await WorkingSet.load(db, [name])
  await apply(set, set.get(name), row)
}

async function write(set: WorkingSet, document: DeviceDocument, after: readonly QueuedOp[]): Promise<void> {
  set.set(document, after)
  await set.flush()
}
