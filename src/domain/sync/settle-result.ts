import type { OpId } from '../ids.ts'
import { sameJson, type JsonObject } from '../json.ts'
import { rulesOf } from './collections.ts'
import { viewOfDevice, withoutServer, withServerDocument, type DeviceDocument } from './device-document.ts'
import { groupsOf } from './fields.ts'
import type { HoldReason, LocalRejection, PendingOp } from './pending-op.ts'
import { rejections } from './rejection.ts'
import { isOpen } from './save-rules.ts'
import { conflictsSettledBy, isSettlement, settling } from './settlement.ts'
import type { OpResult, WireConflict, WireDocument } from './wire.ts'

/** What becomes of a document, and of one of its ops, by the server's answer. */
export interface Settlement {
  readonly document: DeviceDocument
  /** The op, decided for good: it goes from the outbox to the sent log. */
  readonly sent?: AcceptedOp
  readonly conflict?: WireConflict
  /** Whatever else the device holds of it goes: sent log, orphans, drafts, conflicts. */
  readonly forget?: true
}

/** An op that the server accepted. */
export interface AcceptedOp extends PendingOp {
  /** Whether it left a conflict: a restored server is told so. Absent from before this was noted. */
  readonly contested?: boolean
}

export interface SettleContext {
  /** The current reading of the scope. */
  readonly generation: number
  /** For an op whose content has to change after it was sent. */
  readonly newOpId: () => OpId
}

/** Settles one op that is in the outbox by its result. Pure (sync.md 3.7, push). */
export function settleResult(
  document: DeviceDocument,
  op: PendingOp,
  result: OpResult,
  context: SettleContext,
): Settlement {
  const told = result.doc?.id === op.id && result.doc.scope === op.scope ? result.doc : undefined
  switch (outcomeOf(result)) {
    case 'accepted':
      return accepted(document, op, { ...result, doc: told }, context)
    case 'need-full':
      return { document: toSendWhole(document, op, context.newOpId()) }
    case 'erased':
      return { document: erased(document, told, context), forget: true }
    case 'no-access':
    case 'deferred':
      return { document: withOp(document, hold(op, result.status === 'deferred' ? 'deferred' : 'no-access')) }
    case 'rejected':
      return { document: rejected(heard(document, told, context), op, rejectionOf(result)) }
  }
}

/** An op that got no decision: it is sent again, after the others. */
export function hold(op: PendingOp, held: HoldReason): PendingOp {
  return { ...op, held }
}

/** A document with an op that this device refuses by itself, as the server would. */
export function rejectedHere(document: DeviceDocument, op: PendingOp, code: 'too-large'): DeviceDocument {
  return rejected(document, op, { code, message: rejections[code] })
}

type Outcome = 'accepted' | 'rejected' | 'erased' | 'no-access' | 'deferred' | 'need-full'

function outcomeOf({ status, was, error }: OpResult): Outcome {
  switch (status) {
    case 'applied':
    case 'merged':
    case 'conflict':
      return 'accepted'
    case 'duplicate':
      if (was !== 'rejected') return 'accepted'
      return error?.code === 'erased' ? 'erased' : 'rejected'
    case 'rejected':
      if (error?.code === 'erased') return 'erased'
      return error?.code === 'no-access' ? 'no-access' : 'rejected'
    case 'need-full':
    case 'deferred':
      return status
  }
}

/** The answer of an op whose document, where it has one, is the op's own. */
type OwnResult = Omit<OpResult, 'doc'> & { doc: WireDocument | undefined }

function accepted(
  document: DeviceDocument,
  op: PendingOp,
  result: OwnResult,
  context: SettleContext,
): Settlement {
  const others = document.ops.filter(({ n }) => n !== op.n)
  const left = { ...document, ops: withoutSuperseded(others, op, result.doc) }
  const settled = result.doc
    ? withServerDocument(left, result.doc, context.generation)
    : // A delete that finds nothing: neither has this device anything of it from the server.
      op.kind === 'delete'
      ? withoutServer(left)
      : left
  return {
    document: { ...settled, ops: rebased(settled.ops, document, op, result) },
    sent: sentCopy(op, result),
    ...(result.conflict ? { conflict: result.conflict } : {}),
  }
}

function sentCopy({ held: _held, rejected: _rejected, ...op }: PendingOp, result: OwnResult): AcceptedOp {
  const decided = result.status === 'duplicate' ? result.was : result.status
  return { ...op, frozen: true, contested: decided === 'conflict' }
}

/**
 * What was refused before an op that is accepted, less what that op says otherwise: the person's later word counts. An
 * accepted delete leaves nothing to correct.
 */
function withoutSuperseded(
  ops: readonly PendingOp[],
  accepted: PendingOp,
  told: WireDocument | undefined,
): PendingOp[] {
  return ops.flatMap((op) => {
    if (!op.rejected || op.n > accepted.n) return [op]
    if (accepted.kind === 'delete') return told?.state === 'live' ? [op] : []
    const set = without(op.set, accepted.set)
    return Object.keys(set).length === 0 ? [] : [{ ...op, set }]
  })
}

/**
 * Later ops of this device were made by someone who had this one before their eyes, but name the revision from before
 * it was sent. Without this a delete queued behind one's own edit would be refused as delete-vs-edit. They move to the
 * revision answered only if it holds nothing that this device hadn't shown when they were made: the known version with
 * the accepted op over it, and no more. An op that was sent already never changes.
 */
function rebased(
  ops: readonly PendingOp[],
  before: DeviceDocument,
  op: PendingOp,
  result: OwnResult,
): PendingOp[] {
  const { doc } = result
  const decided = result.status === 'duplicate' ? result.was : result.status
  const known = before.server?.rev ?? 0
  const isAsShown = doc && decided !== 'conflict' && holdsNothingUnseen(before, op, doc)
  if (!doc || !isAsShown) return [...ops]
  return ops.map((later) =>
    later.n > op.n && !later.frozen && later.baseRev === known ? { ...later, baseRev: doc.rev } : later,
  )
}

function holdsNothingUnseen(before: DeviceDocument, op: PendingOp, told: WireDocument): boolean {
  const expected = viewOfDevice(before, [op])
  if (told.state !== expected.state) return false
  if (told.state === 'live') return sameJson(told.body, expected.body)
  return told.rev <= (before.server?.rev ?? 0) + 1
}

/**
 * The server doesn't have the document that a patch was for (it was lost, or purged): the op becomes a put of the whole
 * view as it was then, under a new opId since what was sent once never changes. Nothing is left under it, and what
 * follows it has no earlier revision to name.
 */
function toSendWhole(document: DeviceDocument, op: PendingOp, opId: OpId): DeviceDocument {
  const upTo = document.ops.filter(({ n }) => n <= op.n)
  const { held: _held, ...rest } = op
  const whole: PendingOp = {
    ...rest,
    opId,
    kind: 'put',
    baseRev: 0,
    set: viewOfDevice(document, upTo).body,
    base: {},
    // What comes again after a restore is not mixed with what is saved now: each has its own place in the history.
    frozen: op.accepted !== undefined,
  }
  const ops = document.ops.map((other) =>
    other.n > op.n && !other.frozen ? { ...other, baseRev: 0 } : other,
  )
  return withOp({ ...withoutServer(document), base: {}, ops }, whole)
}

/**
 * A refused op waits for a correction. Where the person has corrected it already, in the op after it and not sent yet,
 * that op takes it in and is judged instead. Not across another one: what it says later would be said anew as it was.
 */
function rejected(document: DeviceDocument, op: PendingOp, rejection: LocalRejection): DeviceDocument {
  const next = document.ops.find((later) => later.n > op.n && !isSettlement(later))
  const correction = next && isOpen(next) ? next : undefined
  if (!correction) {
    const { held: _held, ...rest } = op
    return withOp(document, { ...rest, frozen: true, rejected: rejection })
  }
  const merged: PendingOp = {
    ...correction,
    kind: op.kind === 'put' ? 'put' : correction.kind,
    baseRev: op.baseRev,
    set: { ...op.set, ...saidAfter(op, correction) },
    base: { ...op.base, ...withoutValues(correction.base, op.set) },
    ...settling(conflictsSettledBy(op, correction)),
  }
  return withOp({ ...document, ops: document.ops.filter(({ n }) => n !== op.n) }, merged)
}

/**
 * What a correction says of its own. A whole document that was saved while the refused op was out of sight says much
 * that its author only left as they had seen it: there the refused values are the later word. What was empty and stayed
 * so may also be what the correction emptied, where the refused op isn't the document itself.
 */
function saidAfter(op: PendingOp, { collection, kind, set, base }: PendingOp): JsonObject {
  const rules = rulesOf(collection)
  if (!rules || kind !== 'put') return set
  const left = groupsOf(rules, Object.keys(set)).filter(
    (fields) =>
      fields.every((field) => Object.hasOwn(base, field) && sameJson(base[field], set[field])) &&
      (op.kind === 'put' || fields.some((field) => set[field] !== null)),
  )
  const unchanged = new Set(left.flat())
  return Object.fromEntries(
    Object.entries(set).filter(([field]) => !(unchanged.has(field) && Object.hasOwn(op.set, field))),
  )
}

function without(values: JsonObject, fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !Object.hasOwn(fields, field)))
}

/**
 * What a correction began from, less what the refused op before it said: that was never there. What it says otherwise
 * is from before that op, since the correction took in one that was refused earlier.
 */
function withoutValues(base: JsonObject, refused: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(base).filter(
      ([field, value]) => !(Object.hasOwn(refused, field) && sameJson(value, refused[field])),
    ),
  )
}

function rejectionOf({ error }: OpResult): LocalRejection {
  if (!error) return { code: 'invalid', message: rejections.invalid }
  return { code: error.code, message: error.message, ...(error.field ? { field: error.field } : {}) }
}

/** The document was erased: nothing that was typed of it stays, but for a wish to erase it. */
function erased(
  document: DeviceDocument,
  told: WireDocument | undefined,
  context: SettleContext,
): DeviceDocument {
  const emptied = { ...document, base: {}, ops: document.ops.filter((op) => op.kind === 'erase') }
  return told ? withServerDocument(emptied, told, context.generation) : withoutServer(emptied)
}

function heard(
  document: DeviceDocument,
  told: WireDocument | undefined,
  context: SettleContext,
): DeviceDocument {
  return told ? withServerDocument(document, told, context.generation) : document
}

function withOp(document: DeviceDocument, op: PendingOp): DeviceDocument {
  return { ...document, ops: document.ops.map((other) => (other.n === op.n ? op : other)) }
}
