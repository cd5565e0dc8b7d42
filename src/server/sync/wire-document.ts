import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import type { WireDocument } from '../../domain/sync/wire.ts'

/** A document as it travels: the body of a live one only. */
export function wireDocument(document: Omit<StoredDocument, 'editedAt' | 'editedBy'>): WireDocument {
  const { scope, collection, id, rev, seq, state, schema, body } = document
  return { scope, collection, id, rev, seq, state, schema, ...(state === 'live' ? { body } : {}) }
}
