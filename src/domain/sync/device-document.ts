import type { DocumentId, ScopeId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { NewOp, PendingOp, ServerVersion } from './pending-op.ts'
import { viewOf, type View } from './view.ts'
import type { WireDocument } from './wire.ts'

/** All that a device holds of one document. What is shown follows from it (`viewOfDevice`). */
export interface DeviceDocument {
  readonly scope: ScopeId
  readonly collection: string
  readonly id: DocumentId
  /** What the server last told; null for a document that it doesn't have. */
  readonly server: ServerVersion | null
  /** The body that ops are laid over: the last that the server told. Outlives a tombstone, so that the view stays whole. */
  readonly base: JsonObject
  /** Ops still on the device, rejected ones included, in the order in which they were made. */
  readonly ops: readonly PendingOp[]
}

export type QueuedOp = PendingOp | NewOp

/** What the person sees. */
export function viewOfDevice(document: DeviceDocument, ops: readonly QueuedOp[] = document.ops): View {
  return viewOf({ state: document.server?.state ?? 'live', body: document.base }, ops)
}

/** Whether the device knows nothing of the document. */
export function isUnknown({ server, ops }: DeviceDocument): boolean {
  return server === null && ops.length === 0
}

/**
 * The document after the server told of it, by a push or a pull: the same rule for both, so that their order doesn't
 * matter (sync.md 3.7). An older or equal version changes nothing, unless what is held is of an earlier reading of the
 * scope: a rebuild takes whatever the server has.
 */
export function withServerDocument(
  document: DeviceDocument,
  told: WireDocument,
  generation: number,
): DeviceDocument {
  const { server } = document
  if (server && server.generation === generation && told.seq <= server.seq) return document
  const { rev, seq, state, schema } = told
  return {
    ...document,
    server: { rev, seq, state, schema, generation },
    base: bodyTold(document, told),
    // Erased is terminal: whatever was typed of it goes too, but for the wish to erase (sync.md 3.4, decide 8).
    ops: state === 'erased' ? document.ops.filter((op) => op.kind === 'erase') : document.ops,
  }
}

/** The document where the server doesn't have it any more: its pending ops stay, over the last known body (I22). */
export function withoutServer(document: DeviceDocument): DeviceDocument {
  return { ...document, server: null }
}

/** A tombstone carries no body: the last known one is kept for what is pending, and for an undo. */
function bodyTold({ base }: DeviceDocument, told: WireDocument): JsonObject {
  switch (told.state) {
    case 'live':
      return told.body ?? {}
    case 'deleted':
      return told.body ?? base
    case 'erased':
      return {}
  }
}
