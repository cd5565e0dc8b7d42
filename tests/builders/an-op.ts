import type { Op } from '../../src/domain/sync/op.ts'
import { aDocumentId, anOpId, aScopeId } from './an-id.ts'
import { aReport } from './a-report.ts'

/** An op that creates a report in a scope of its own, with the fields that the test is about. */
export function anOp(fields: Partial<Op> = {}): Op {
  return {
    opId: anOpId(),
    scope: aScopeId(),
    collection: 'report',
    id: aDocumentId(),
    kind: 'put',
    baseRev: 0,
    set: aReport(),
    base: {},
    at: '2026-11-23T15:58:40.000Z',
    ...fields,
  }
}
