import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { valueAt, type JsonObject } from '../../domain/json.ts'
import type { DocumentState } from '../../domain/sync/stored-document.ts'
import type { ServerVersion } from '../../domain/sync/pending-op.ts'

/** A document as a row of its collection's table. `body` and `state` are what the person sees. */
export interface LocalDocument {
  readonly id: DocumentId
  readonly scope: ScopeId
  readonly collection: string
  readonly state: DocumentState
  readonly body: JsonObject
  /** Sort key of lists: the day of a report, the name of a place. */
  readonly order: string
  /** 1 while an op of this document is in the outbox, rejected ones included. */
  readonly pending: 0 | 1
  /** The body last told by the server, kept only while ops are laid over it; without ops it is `body`. */
  readonly base?: JsonObject
  /** What the server last told; null for a document that it doesn't have. */
  readonly server: LocalServerVersion | null
}

export interface LocalServerVersion extends ServerVersion {
  /** This document's part of the scope's digest, in decimal (sync.md 3.6). */
  readonly h: string
}

/** Sort key of a document in the lists of its collection; empty where the body has none. */
export function orderOf(collection: string, body: JsonObject): string {
  const value = valueAt(body, collection === 'report' ? 'date' : 'name')
  return typeof value === 'string' ? value : ''
}
