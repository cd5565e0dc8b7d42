import type { DeviceId, DocumentId, OpId, PersonId, ScopeId } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { Conflict, ContractDates } from '../../domain/sync/decide.ts'
import type { Digest } from '../../domain/sync/digest.ts'
import type { Rejection } from '../../domain/sync/rejection.ts'
import type { DocumentState, StoredDocument } from '../../domain/sync/stored-document.ts'

/** Where a scope stands: whatever changes of it moves one of the three. */
export interface ScopeCounter {
  /** The last number used. */
  readonly seq: number
  /** The largest number that a purge took. */
  readonly horizon: number
  readonly digest: Digest
}

/** A scope under its lock: numbers were taken from its counter, and nobody else writes in it until the commit. */
export interface LockedScope extends ScopeCounter {
  readonly scope: ScopeId
  /** The largest number taken. */
  readonly seq: number
}

/** What was decided of an op and is answered again when it comes again. It holds no value of any document. */
export interface StoredDecision {
  readonly status: 'applied' | 'merged' | 'conflict' | 'rejected'
  readonly error?: Rejection
  /** It came again after a restore: told to operators. */
  readonly again?: true
  /** It had left a conflict before the restore. */
  readonly contested?: true
  /** When it was accepted first. Absent of what was before decisions kept their hour. */
  readonly at?: string
}

/** Values that lost, kept under the op's own id. */
export interface ConflictRecord extends Conflict {
  readonly id: DocumentId
}

/** A conflict that is new: it takes a number, as documents do, so that a pull tells of it. */
export interface NewConflict extends ConflictRecord {
  readonly opId: OpId
  readonly seq: number
  /** Its values had been overtaken: they are kept, and nobody is asked. */
  readonly isOver: boolean
}

/** A conflict that an op settled. Its values stay (I8). */
export interface SettledConflict {
  readonly conflict: OpId
  readonly by: OpId
  readonly seq: number
}

/** What the scope holds of the things that some ops are about. */
export interface ScopeState {
  /** Undefined without a grant. */
  readonly canWrite: boolean | undefined
  readonly contracts: readonly ContractDates[]
  readonly documents: readonly StoredDocument[]
  readonly erased: readonly DocumentId[]
  readonly decisions: readonly (StoredDecision & { readonly opId: OpId })[]
  /** Open ones that these ops left, to be told again when an op comes again. */
  readonly conflicts: readonly (ConflictRecord & { readonly opId: OpId })[]
  /** Open ones of these documents. */
  readonly open: readonly OpId[]
  /** Which fields were set when, of the documents that ops come again for. */
  readonly history: readonly FieldsSet[]
}

export interface FieldsSet {
  readonly id: DocumentId
  readonly at: string
  readonly fields: readonly string[]
  /** By an op that had met another one: which of the two stands is a question still. */
  readonly contested: boolean
}

/** A document as it is to stand, with the day that queries need beside the body. */
export interface DocumentRow extends StoredDocument {
  readonly day: CalendarDay | undefined
}

export interface HistoryRow {
  readonly id: DocumentId
  readonly rev: number
  /** Absent for what the server itself wrote. */
  readonly opId: OpId | undefined
  readonly setFields: JsonObject
  readonly state: DocumentState
  readonly by: PersonId
  /** Absent for what the server itself wrote. */
  readonly device: DeviceId | undefined
  readonly at: string
}

/** A decision as it is to be kept. */
export interface NewDecision extends StoredDecision {
  readonly opId: OpId
  readonly device: DeviceId
}

/** Everything that pushes of one person, or one use case of the server, change in a scope: written in one statement. */
export interface ScopeChanges {
  readonly documents: readonly DocumentRow[]
  readonly history: readonly HistoryRow[]
  readonly decisions: readonly NewDecision[]
  readonly conflicts: readonly NewConflict[]
  readonly settled: readonly SettledConflict[]
  readonly digest: Digest
  /** The last number used. Those taken beyond it are given back: nobody has seen them. */
  readonly seq: number
}

/** Who writes, at which instant by the server's clock. */
export interface WrittenBy {
  readonly person: PersonId
  readonly at: string
}
