import type { DocumentId, OpId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { CoopDatabase } from './database.ts'

/**
 * A value that lost against a concurrent one, as this device was told when it sent. Known to this device alone; the
 * server keeps its own record for ever. Its document is *two-versions* until the person settles it.
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

/** The document is right as it stands. */
export async function keepCurrent(db: CoopDatabase, conflictId: string): Promise<void> {
  await db.conflict.delete(conflictId)
}

/** Puts back what lost, as a new save: the values, or the delete. */
export async function takeLost(_db: CoopDatabase, _conflictId: string): Promise<void> {
  throw new Error('takeLost is not built yet')
}
