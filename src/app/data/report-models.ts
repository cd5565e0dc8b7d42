import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { valueAt, type JsonObject } from '../../domain/json.ts'
import type { CoopDatabase } from './database.ts'

/** A model of one's own: what a report is begun from. */
export interface LocalModel {
  id: DocumentId
  scope: ScopeId
  name: string
  fields: JsonObject
}

/** This advisor's models, by name. Without the schema, which the first visit doesn't carry. */
export async function reportModels(db: CoopDatabase): Promise<LocalModel[]> {
  const rows = await db.model.toArray()
  const models = rows.flatMap(({ id, scope, state, body }) => {
    const [name, fields] = [valueAt(body, 'name'), valueAt(body, 'fields')]
    const isWhole = typeof name === 'string' && typeof fields === 'object' && fields && !Array.isArray(fields)
    return state === 'live' && isWhole ? [{ id, scope, name, fields }] : []
  })
  return models.sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}
