import type { StoredDocument } from '../../src/domain/sync/stored-document.ts'
import { aDocumentId, aPersonId, aScopeId } from './an-id.ts'
import { aReport } from './a-report.ts'

/** A live report as the server holds it after its first save, with the fields that the test is about. */
export function aStoredDocument(fields: Partial<StoredDocument> = {}): StoredDocument {
  return {
    scope: aScopeId(),
    collection: 'report',
    id: aDocumentId(),
    rev: 1,
    seq: 1,
    state: 'live',
    schema: 1,
    body: aReport(),
    editedAt: '2026-11-20T09:00:00.000Z',
    editedBy: aPersonId(),
    at: '2026-11-20T09:00:01.000Z',
    ...fields,
  }
}
