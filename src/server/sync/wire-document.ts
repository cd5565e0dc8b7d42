import { identifiesPeople } from '../../domain/sync/closed-scope.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import type { WireDocument } from '../../domain/sync/wire.ts'

/**
 * A document as it travels: the body of a live one only, and of a closed scope without what says who people are
 * (sync.md 3.1). Id, revision and state are told all the same: digests are made of them.
 */
export function wireDocument(
  document: Omit<StoredDocument, 'editedAt' | 'editedBy' | 'at'>,
  { isClosed }: { isClosed: boolean },
): WireDocument {
  const { scope, collection, id, rev, seq, state, schema, body } = document
  const told = { scope, collection, id, rev, seq, state, schema }
  if (state !== 'live') return told
  return isClosed && identifiesPeople(collection) ? { ...told, withheld: true } : { ...told, body }
}
