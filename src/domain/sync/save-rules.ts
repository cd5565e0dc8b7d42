import type { OpId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { CollectionRules } from './collections.ts'
import { isUnknown, viewOfDevice, type DeviceDocument, type QueuedOp } from './device-document.ts'
import { changedFields, pick, withFields, type FieldChange } from './fields.ts'
import type { NewOp, PendingOp } from './pending-op.ts'
import { conflictsSettledBy, isSettlement, settling } from './settlement.ts'

/** What a save needs besides the document. */
export interface SaveContext {
  readonly rules: CollectionRules
  /** When, by the device's clock. */
  readonly at: string
  readonly opId: OpId
  /**
   * What the person had before their eyes when they began, where that may be older than what the device holds now: a
   * form stays open while other devices' changes arrive. Only what differs from it was changed by them.
   */
  readonly before?: JsonObject
  /** Conflicts that the person settles by it. */
  readonly resolves?: readonly OpId[]
}

/**
 * The ops of a document after its author saved it as `body` (sync.md 3.7, save). A save joins the last op that was
 * never sent; otherwise it is an op of its own, which takes in what the server refused of this document: whoever saves
 * again sends again. Nothing changed, nothing refused: the ops as they were.
 */
export function opsAfterSave(
  document: DeviceDocument,
  body: JsonObject,
  context: SaveContext,
): readonly QueuedOp[] {
  const view = viewOfDevice(document)
  if (view.state === 'erased') return document.ops
  const change = isUnknown(document)
    ? wholeAfter(body, context)
    : changedFields(context.rules, context.before ?? view.body, body)
  const refused = document.ops.filter((op) => op.rejected)
  const isNothing = Object.keys(change.set).length === 0 && refused.length === 0 && view.state === 'live'
  if (isNothing && !isUnknown(document)) return opsAfterSettling(document, context)
  const whole = withRefused(change, refused, withFields(view.body, change.set))
  const last = document.ops.at(-1)
  const kept = document.ops.filter((op) => !op.rejected && op !== last)
  if (last && mayJoin(last, whole)) return [...kept, joined(last, whole, refused, context)]
  const added = editOp(document, whole, refused, context)
  return last && !last.rejected ? [...kept, last, added] : [...kept, added]
}

/**
 * A document that the device doesn't hold is said whole. Where its author had it before their eyes all the same (it left
 * the device under an open form), the base says what they saw: what they didn't change is not said against anybody.
 */
function wholeAfter(body: JsonObject, { rules, before }: SaveContext): FieldChange {
  const whole = changedFields(rules, {}, body)
  if (!before) return whole
  const changed = changedFields(rules, before, body)
  const set = { ...whole.set, ...changed.set }
  return { set, base: pick(before, Object.keys(set)) }
}

/** Whether a save may still join an op: an edit that was never sent. */
export function isOpen(op: PendingOp): boolean {
  return (op.kind === 'put' || op.kind === 'patch') && !op.frozen && !op.rejected
}

/**
 * The ops of a document after its author deleted it. Where the server can't have heard of it, nothing is left to send;
 * otherwise the delete follows what is queued, and says which revision its author had seen.
 */
export function opsAfterDelete(document: DeviceDocument, context: SaveContext): readonly QueuedOp[] {
  if (isUnknown(document) || viewOfDevice(document).state !== 'live') return document.ops
  if (document.server === null && document.ops.every((op) => !op.frozen || op.rejected)) return []
  return [...document.ops, { ...emptyOp(document, 'delete', context), ...settling(context.resolves ?? []) }]
}

/**
 * The ops of a document that is right as it stands: conflicts are settled, and nothing else is said. It joins an edit
 * that was never sent, but not a delete taken back, which is an edit of nothing and would become a settlement.
 */
export function opsAfterSettling(document: DeviceDocument, context: SaveContext): readonly QueuedOp[] {
  const resolves = context.resolves ?? []
  if (resolves.length === 0 || isUnknown(document) || viewOfDevice(document).state !== 'live')
    return document.ops
  const last = document.ops.at(-1)
  if (last && isOpen(last) && (isSettlement(last) || Object.keys(last.set).length > 0)) {
    return [...document.ops.slice(0, -1), { ...last, ...settling(conflictsSettledBy(last, context)) }]
  }
  return [...document.ops, { ...emptyOp(document, 'patch', context), resolves }]
}

/** The ops of a document whose delete is taken back: a delete that was never sent goes, another one is edited away. */
export function opsAfterRestore(document: DeviceDocument, context: SaveContext): readonly QueuedOp[] {
  if (isUnknown(document) || viewOfDevice(document).state !== 'deleted') return document.ops
  const last = document.ops.at(-1)
  if (last?.kind === 'delete' && !last.frozen && !last.rejected) return document.ops.slice(0, -1)
  return [...document.ops, emptyOp(document, 'patch', context)]
}

/** The ops of a document that is to be forgotten everywhere: nothing else of it is sent (sync.md 3.4, decide 8). */
export function opsAfterErase(document: DeviceDocument, context: SaveContext): readonly QueuedOp[] {
  if (document.ops.some((op) => op.kind === 'erase')) return document.ops
  return [{ ...emptyOp(document, 'erase', context), baseRev: 0 }]
}

/** An op that says nothing but that conflicts are settled stays one, unless something is changed. */
function mayJoin(last: PendingOp, { set }: FieldChange): boolean {
  return isOpen(last) && !(isSettlement(last) && Object.keys(set).length === 0)
}

/** The first values seen stay the base: `base[f]` is set the first time that f enters an op. */
function joined(
  last: PendingOp,
  change: FieldChange,
  refused: readonly PendingOp[],
  context: SaveContext,
): PendingOp {
  return {
    ...last,
    kind: last.kind === 'put' || refused.some((op) => op.kind === 'put') ? 'put' : last.kind,
    set: { ...last.set, ...change.set },
    base: firstBases([...refused, last], change.base),
    at: context.at,
    ...settling(conflictsSettledBy(...refused, last, context)),
  }
}

function editOp(
  document: DeviceDocument,
  change: FieldChange,
  refused: readonly PendingOp[],
  context: SaveContext,
): NewOp {
  const isCreation = isUnknown(document) || refused.some((op) => op.kind === 'put')
  return {
    ...emptyOp(document, isCreation ? 'put' : 'patch', context),
    set: change.set,
    base: firstBases(refused, change.base),
    ...settling(conflictsSettledBy(...refused, context)),
  }
}

/**
 * The change with the fields of refused ops in it. Their values are read from the view after the save, not from the
 * refused ops: an op between may have changed them since.
 */
function withRefused(change: FieldChange, refused: readonly PendingOp[], after: JsonObject): FieldChange {
  const fields = refused.flatMap((op) => Object.keys(op.set))
  return { set: { ...pick(after, fields), ...change.set }, base: change.base }
}

function firstBases(earlier: readonly PendingOp[], base: JsonObject): JsonObject {
  return Object.assign({}, base, ...[...earlier].reverse().map((op) => op.base)) as JsonObject
}

function emptyOp(
  { scope, collection, id, server }: DeviceDocument,
  kind: NewOp['kind'],
  context: SaveContext,
): NewOp {
  return {
    opId: context.opId,
    scope,
    collection,
    id,
    kind,
    baseRev: server?.rev ?? 0,
    set: {},
    base: {},
    at: context.at,
    frozen: false,
  }
}
