import type { DeviceDocument } from '../../src/domain/sync/device-document.ts'
import type { PendingOp } from '../../src/domain/sync/pending-op.ts'
import { aDocumentId, aScopeId } from './an-id.ts'
import { anOp } from './an-op.ts'
import { aReport } from './a-report.ts'

/** A report that a device has from the server at revision 4, with nothing pending, and what the test is about. */
export function aDeviceDocument(fields: Partial<DeviceDocument> = {}): DeviceDocument {
  return {
    scope: aScopeId(),
    collection: 'report',
    id: aDocumentId(),
    server: { rev: 4, seq: 31, state: 'live', schema: 1, generation: 0 },
    base: aReport(),
    ops: [],
    ...fields,
  }
}

/** An op of a document in the outbox: an edit that was never sent, with what the test is about. */
export function aPendingOp(n: number, fields: Partial<PendingOp> = {}): PendingOp {
  return { ...anOp({ kind: 'patch', baseRev: 4, set: {} }), n, frozen: false, ...fields }
}

/** The document with ops that are its own. */
export function withOps(document: DeviceDocument, ...ops: PendingOp[]): DeviceDocument {
  const { scope, collection, id } = document
  return { ...document, ops: ops.map((op) => ({ ...op, scope, collection, id })) }
}
