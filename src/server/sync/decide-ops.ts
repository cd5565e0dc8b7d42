import type { DeviceId, DocumentId, OpId, PersonId, ScopeId } from '../../domain/ids.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { identifiesPeople, isClosed } from '../../domain/sync/closed-scope.ts'
import { decide, type Conflict, type Verdict, type Write } from '../../domain/sync/decide.ts'
import type { Digest } from '../../domain/sync/digest.ts'
import type { Op } from '../../domain/sync/op.ts'
import type { StoredDocument } from '../../domain/sync/stored-document.ts'
import { conflictsSettledBy } from '../../domain/sync/settlement.ts'
import type { OpResult } from '../../domain/sync/wire.ts'
import type {
  ConflictRecord,
  DocumentRow,
  FieldsSet,
  HistoryRow,
  LockedScope,
  NewConflict,
  NewDecision,
  ScopeChanges,
  ScopeState,
  SettledConflict,
  StoredDecision,
} from '../store/scope-state.ts'
import { digestWith } from './scope-digest.ts'
import { wireDocument } from './wire-document.ts'

/** Who sends the ops, and the moment at which they are decided. */
export interface Sender {
  readonly person: PersonId
  readonly device: DeviceId
  /** Schema version that the device writes with. */
  readonly schema: number
  /** Now by the server's clock, ISO 8601 in UTC. */
  readonly at: string
}

/** Ops of one device, in the order in which it made them. */
export interface SentOps {
  readonly sender: Sender
  readonly ops: readonly Op[]
}

export interface DecidedOps {
  /** Of each push, in the order of its ops. */
  readonly results: readonly (readonly OpResult[])[]
  readonly changes: ScopeChanges
  readonly erased: readonly ErasedDocument[]
}

export interface ErasedDocument {
  readonly id: DocumentId
  readonly collection: string
}

/**
 * Decides the ops that one person's devices send for one scope, in their order, each on what the ones before it left,
 * given what the scope holds under its lock (sync.md 3.4). Pure. Results carry each document as it stands after all of
 * them, which is what is committed.
 */
export function decideOps(
  pushes: readonly SentOps[],
  state: ScopeState,
  lock: LockedScope,
  today: CalendarDay,
): DecidedOps {
  const desk = openDesk(
    pushes.flatMap(({ ops }) => ops),
    { state, lock, today },
  )
  const outcomes = pushes.map(({ ops, sender }) =>
    ops.map((op) => ({ op, outcome: decideOne(desk, op, state, sender) })),
  )
  return {
    results: outcomes.map((push) => push.map(({ op, outcome }) => resultOf(desk, op, outcome))),
    changes: {
      documents: [...desk.rows.values()],
      history: desk.history,
      decisions: desk.decided,
      conflicts: desk.opened.flatMap(({ opId, seq }) => conflictOf(desk, opId, seq)),
      settled: desk.settled,
      digest: desk.digest,
      seq: desk.nextSeq - 1,
    },
    erased: desk.erased,
  }
}

/**
 * How many numbers some ops may take, at most: each for its document, for the conflict that it leaves, and for those
 * that it settles.
 */
export function numbersFor(ops: readonly Op[]): number {
  return ops.reduce((sum, op) => sum + 2 + conflictsSettledBy(op).length, 0)
}

/** What is known of the scope while its ops are decided one after the other. */
interface Desk {
  readonly scope: ScopeId
  readonly today: CalendarDay
  /** Nothing that says who people are is told of it any more (sync.md 3.1). */
  readonly isClosed: boolean
  readonly documents: Map<DocumentId, StoredDocument>
  readonly decisions: Map<OpId, StoredDecision>
  readonly conflicts: Map<OpId, ConflictRecord>
  readonly erasedBefore: ReadonlySet<DocumentId>
  readonly rows: Map<DocumentId, DocumentRow>
  readonly decided: NewDecision[]
  readonly erased: ErasedDocument[]
  /** Open conflicts of the documents that the ops are about. */
  readonly open: Set<OpId>
  readonly opened: { opId: OpId; seq: number }[]
  /** Those of them that nobody is asked about. */
  readonly overtaken: Set<OpId>
  /** Which fields were set when, of the documents that ops come again for. */
  readonly fieldsSet: FieldsSet[]
  readonly settled: SettledConflict[]
  /** Of each document, the hour of the last op about it that was decided here. */
  readonly hours: Map<DocumentId, string>
  history: HistoryRow[]
  digest: Digest
  nextSeq: number
}

function openDesk(
  ops: readonly Op[],
  { state, lock, today }: { state: ScopeState; lock: LockedScope; today: CalendarDay },
): Desk {
  return {
    scope: lock.scope,
    today,
    isClosed: isClosed(state.contracts, today),
    documents: new Map(state.documents.map((document) => [document.id, document])),
    decisions: new Map(state.decisions.map(({ opId, ...decision }) => [opId, decision])),
    conflicts: new Map(state.conflicts.map(({ opId, ...conflict }) => [opId, conflict])),
    erasedBefore: new Set(state.erased),
    rows: new Map(),
    decided: [],
    erased: [],
    open: new Set(state.open),
    opened: [],
    overtaken: new Set(),
    fieldsSet: [...state.history],
    settled: [],
    hours: new Map(),
    history: [],
    digest: lock.digest,
    nextSeq: lock.seq - numbersFor(ops) + 1,
  }
}

type Outcome = { readonly seen: StoredDecision } | { readonly verdict: Verdict }

function decideOne(desk: Desk, op: Op, state: ScopeState, sender: Sender): Outcome {
  const seen = desk.decisions.get(op.opId)
  if (seen) return { seen }
  const verdict = decide(asOfNow(op, sender), desk.documents.get(op.id), {
    person: sender.person,
    canWrite: state.canWrite ?? false,
    contracts: state.contracts,
    erased: desk.erasedBefore.has(op.id),
    today: desk.today,
    schema: sender.schema,
    overtaken: overtakenFields(desk, op),
  })
  note(desk, op, verdict, sender)
  return { verdict }
}

/** Puts on the desk what is to be written for a verdict. What isn't a decision is not remembered (sync.md 3.4). */
function note(desk: Desk, op: Op, verdict: Verdict, sender: Sender): void {
  switch (verdict.status) {
    case 'need-full':
    case 'deferred':
      return
    case 'rejected':
      if (verdict.error.code !== 'no-access')
        remember(desk, op, { status: 'rejected', error: verdict.error }, sender)
      return
    case 'erased':
      forgetValues(desk, op.id)
      desk.erased.push({ id: op.id, collection: collectionOf(desk, op) })
      break
    case 'conflict':
      desk.conflicts.set(op.opId, { ...verdict.conflict, id: op.id })
      break
    case 'merged':
      if (verdict.overtaken) {
        desk.conflicts.set(op.opId, { kind: 'field', lost: verdict.overtaken, id: op.id })
        desk.overtaken.add(op.opId)
      }
      break
    case 'applied':
      break
  }
  const at = hourOf(desk, op, sender)
  if (verdict.write) write(desk, op, verdict.write, { ...sender, at })
  const hasLost = verdict.status === 'conflict' || desk.overtaken.has(op.opId)
  if (hasLost) desk.opened.push({ opId: op.opId, seq: nextNumber(desk) })
  settle(desk, op)
  remember(desk, op, { status: verdict.status === 'erased' ? 'applied' : verdict.status, at }, sender)
}

/** Fields that were set, with nothing unseen before them, after the hour at which an op was accepted that comes again. */
function overtakenFields({ fieldsSet }: Desk, { id, accepted }: Op): ReadonlySet<string> {
  if (!accepted || accepted.contested) return new Set()
  const since = fieldsSet.filter((set) => set.id === id && Date.parse(set.at) > Date.parse(accepted.at))
  return new Set(since.flatMap(({ fields, contested }) => (contested ? [] : fields)))
}

/** Nothing was accepted after now: the clock of the server that is gone was fast, or the device says anything. */
function asOfNow(op: Op, { at }: Sender): Op {
  const { accepted } = op
  return accepted ? { ...op, accepted: { ...accepted, at: earlierOf(accepted.at, at) } } : op
}

/**
 * When an op is accepted: of what comes again after a restore, when it was accepted first. Ops about one document never
 * have the same hour, whoever sends them together: by it they have their order again after a restore.
 */
function hourOf(desk: Desk, op: Op, sender: Sender): string {
  const { accepted } = asOfNow(op, sender)
  if (accepted) return accepted.at
  const last = Date.parse(desk.hours.get(op.id) ?? desk.documents.get(op.id)?.at ?? '')
  const at = last >= Date.parse(sender.at) ? new Date(last + 1).toISOString() : sender.at
  desk.hours.set(op.id, at)
  return at
}

function remember(desk: Desk, { opId, accepted }: Op, decision: StoredDecision, { device }: Sender): void {
  const kept = {
    ...decision,
    ...(accepted && { again: true as const }),
    ...(accepted?.contested && { contested: true as const }),
  }
  desk.decisions.set(opId, kept)
  desk.decided.push({ opId, device, ...kept })
}

function write(desk: Desk, op: Op, { day, setFields, ...change }: Write, sender: Sender): void {
  const before = desk.documents.get(op.id)
  const seq = nextNumber(desk)
  const decidedAt = sender.at
  const at = before && Date.parse(before.at) > Date.parse(decidedAt) ? before.at : decidedAt
  const document = { scope: desk.scope, collection: collectionOf(desk, op), id: op.id, seq, at, ...change }
  desk.digest = digestWith(desk.digest, document, before)
  desk.documents.set(op.id, document)
  desk.rows.set(op.id, { ...document, day })
  const { rev, state } = change
  const { person: by, device } = sender
  desk.history.push({ id: op.id, rev, opId: op.opId, setFields, state, by, device, at: decidedAt })
  const contested = desk.conflicts.has(op.opId) || op.accepted?.contested === true
  desk.fieldsSet.push({ id: op.id, at: decidedAt, fields: Object.keys(setFields), contested })
}

function earlierOf(one: string, other: string): string {
  return Date.parse(one) < Date.parse(other) ? one : other
}

/** Erasing also empties what earlier ops of the same push were about to leave (I27). */
function forgetValues(desk: Desk, id: DocumentId): void {
  desk.history = desk.history.map((row) => (row.id === id ? { ...row, setFields: {} } : row))
  for (const [opId, conflict] of desk.conflicts) {
    if (conflict.id === id) desk.conflicts.set(opId, { ...conflict, lost: {} })
  }
}

/** Closes the conflicts that an accepted op settles, where they are open still: a second op that does so changes nothing. */
function settle(desk: Desk, op: Op): void {
  for (const conflict of conflictsSettledBy(op)) {
    if (desk.open.delete(conflict)) desk.settled.push({ conflict, by: op.opId, seq: nextNumber(desk) })
  }
}

function nextNumber(desk: Desk): number {
  desk.nextSeq += 1
  return desk.nextSeq - 1
}

function collectionOf(desk: Desk, op: Op): string {
  return desk.documents.get(op.id)?.collection ?? op.collection
}

function conflictOf(desk: Desk, opId: OpId, seq: number): NewConflict[] {
  const conflict = desk.conflicts.get(opId)
  return conflict ? [{ opId, seq, isOver: desk.overtaken.has(opId), ...conflict }] : []
}

function resultOf(desk: Desk, op: Op, outcome: Outcome): OpResult {
  const at = desk.decisions.get(op.opId)?.at
  return { ...wordOf(desk, op, outcome), ...(at !== undefined && { at }) }
}

function wordOf(desk: Desk, op: Op, outcome: Outcome): OpResult {
  const { opId } = op
  if ('seen' in outcome) {
    const { status: was, error } = outcome.seen
    return { opId, status: 'duplicate', was, ...(error && { error }), ...standing(desk, op) }
  }
  const { verdict } = outcome
  switch (verdict.status) {
    case 'need-full':
    case 'deferred':
      return { opId, status: verdict.status }
    case 'rejected': {
      const { error } = verdict
      return { opId, status: 'rejected', error, ...(error.code === 'no-access' ? {} : standing(desk, op)) }
    }
    case 'erased':
      return { opId, status: 'applied', ...standing(desk, op) }
    case 'applied':
    case 'merged':
    case 'conflict':
      return { opId, status: verdict.status, ...standing(desk, op) }
  }
}

/** The document as it now stands, and what the op left of a conflict; where it is deleted there is nothing to choose. */
function standing(desk: Desk, { id, opId }: Op): Pick<OpResult, 'doc' | 'conflict'> {
  const document = desk.documents.get(id)
  const conflict = desk.conflicts.get(opId)
  const isWithheld = desk.isClosed && document && identifiesPeople(document.collection)
  return {
    ...(document && { doc: wireDocument(document, desk) }),
    ...(conflict &&
      !isWithheld &&
      !desk.overtaken.has(opId) &&
      document?.state !== 'deleted' && { conflict: wireConflict(opId, conflict) }),
  }
}

function wireConflict(opId: OpId, { kind, lost }: Conflict) {
  return { id: opId, kind, lost }
}
