import type { DocumentId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'

/** A document of the demonstration, and when its author saved it. */
export interface GeneratedDocument {
  readonly id: DocumentId
  readonly body: JsonObject
  readonly filedAt: Date
}
