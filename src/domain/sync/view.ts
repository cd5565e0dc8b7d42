import type { JsonObject } from '../json.ts'
import { withFields } from './fields.ts'
import type { Op } from './op.ts'
import { isSettlement } from './settlement.ts'
import type { DocumentState } from './stored-document.ts'

export interface View {
  readonly state: DocumentState
  readonly body: JsonObject
}

/**
 * What the person sees: the server's version with the ops that are still on the device, in the order in which they
 * were made (sync.md 3.7). An erased document stays erased whatever follows.
 */
export function viewOf(server: View | null, ops: readonly Shown[]): View {
  return ops.reduce<View>(applyOp, server ?? { state: 'live', body: {} })
}

type Shown = Pick<Op, 'kind' | 'set' | 'resolves'>

function applyOp(view: View, op: Shown): View {
  if (view.state === 'erased' || isSettlement(op)) return view
  switch (op.kind) {
    case 'erase':
      return { state: 'erased', body: {} }
    case 'delete':
      return { state: 'deleted', body: view.body }
    case 'put':
    case 'patch':
      return { state: 'live', body: withFields(view.body, op.set) }
  }
}
