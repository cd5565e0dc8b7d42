import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { CollectionName } from '../../domain/sync/op.ts'

/** A document that a file brings. */
export interface ImportedDocument {
  readonly scope: ScopeId
  readonly collection: CollectionName
  readonly id: DocumentId
  readonly body: JsonObject
}

/** Some of the documents of one file, written together. */
export interface ImportPart {
  readonly n: number
  readonly done: 0 | 1
  /** How many documents it brings. */
  readonly size: number
  /** Still to be written; nothing once it is done. */
  readonly documents: readonly ImportedDocument[]
  /** What it brought that wasn't there before: what *tout retirer* takes away again. */
  readonly brought: readonly Omit<ImportedDocument, 'body'>[]
}
