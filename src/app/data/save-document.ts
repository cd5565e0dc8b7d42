import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { CollectionName } from '../../domain/sync/op.ts'
import type { CoopDatabase } from './database.ts'

export interface DocumentSave {
  scope: ScopeId
  collection: CollectionName
  id: DocumentId
  /** The whole document as the person wants it. */
  body: JsonObject
  /** Draft that the save replaces, deleted in the same transaction. */
  draftId?: DocumentId
}

export async function saveDocument(_db: CoopDatabase, _save: DocumentSave): Promise<void> {
  throw new Error('saveDocument is not built yet')
}

export async function deleteDocument(
  _db: CoopDatabase,
  _document: { collection: CollectionName; id: DocumentId },
): Promise<void> {
  throw new Error('deleteDocument is not built yet')
}

export async function restoreDocument(
  _db: CoopDatabase,
  _document: { collection: CollectionName; id: DocumentId },
): Promise<void> {
  throw new Error('restoreDocument is not built yet')
}
