import type { DocumentId, OpId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'

/**
 * A value that lost against a concurrent one, as this device was told when it sent, or by a pull: every device of the
 * author knows of it. The server keeps its own record for ever. Its document is *two-versions* until the person settles
 * it, on any device.
 */
export interface LocalConflict {
  readonly id: string
  readonly scope: ScopeId
  readonly collection: string
  readonly docId: DocumentId
  readonly opId: OpId
  readonly kind: 'field' | 'delete-vs-edit' | 'invalid-merge'
  /** The values that lost, by field; null where the field was absent. Empty for a delete that lost. */
  readonly lost: JsonObject
  /** By the server's clock, in ms. */
  readonly at: number
}
