import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'

/** What is typed and not filed yet: never sent, kept at every change (I26). */
export interface Draft {
  /** Id of the report that it will be, or that it edits. */
  id: DocumentId
  scope: ScopeId
  kind: 'report'
  values: JsonObject
  /** Whether the report was filed already. */
  editing: boolean
  /** By the device's clock, in ms. */
  updatedAt: number
}
