import type { JsonObject } from '../json.ts'
import type { DocumentId, PersonId, ScopeId } from '../ids.ts'

export type DocumentState = 'live' | 'deleted' | 'erased'

/** A document as the server holds it. The body of a deleted one stays until its tombstone is purged. */
export interface StoredDocument {
  readonly scope: ScopeId
  readonly collection: string
  readonly id: DocumentId
  /** 1, 2, 3… without a hole (I10). */
  readonly rev: number
  /** From the scope's counter, in the order of commits (I4). */
  readonly seq: number
  readonly state: DocumentState
  readonly schema: number
  readonly body: JsonObject
  /** When its author last saved it, by the clock of the device that did. */
  readonly editedAt: string
  readonly editedBy: PersonId
  /** When it was last decided, by the server's clock: of what came again after a restore, when it was accepted first. */
  readonly at: string
}
