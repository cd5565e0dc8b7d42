import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import { modelFieldsOf } from '../../domain/report-model/model-fields.ts'
import { reportModelSchema } from '../../domain/report-model/report-model.ts'
import type { CoopDatabase } from './database.ts'
import { newDocumentId } from './new-id.ts'
import type { LocalModel } from './report-models.ts'
import { deleteDocument, restoreDocument, saveDocument } from './save-document.ts'

/** Makes a model of a report; throws where the name is not valid. */
export async function makeModel(
  db: CoopDatabase,
  { scope, name, report }: { scope: ScopeId; name: string; report: JsonObject },
): Promise<DocumentId> {
  const model = reportModelSchema.parse({ name, fields: modelFieldsOf(report) })
  const id = newDocumentId()
  await saveDocument(db, {
    scope,
    collection: 'report-model',
    id,
    body: { name: model.name, fields: model.fields },
  })
  return id
}

export async function renameModel(
  db: CoopDatabase,
  { id, scope, fields }: LocalModel,
  name: string,
): Promise<void> {
  const model = reportModelSchema.parse({ name, fields })
  await saveDocument(db, {
    scope,
    collection: 'report-model',
    id,
    body: { name: model.name, fields: model.fields },
  })
}

export function deleteModel(db: CoopDatabase, id: DocumentId): Promise<void> {
  return deleteDocument(db, { collection: 'report-model', id })
}

export function restoreModel(db: CoopDatabase, id: DocumentId): Promise<void> {
  return restoreDocument(db, { collection: 'report-model', id })
}
