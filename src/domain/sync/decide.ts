import type { CalendarDay } from '../calendar-day.ts'
import type { PersonId } from '../ids.ts'
import { jsonBytes, sameJson, valueAt, type JsonObject } from '../json.ts'
import { isTooFarAhead } from '../report/filing-window.ts'
import { holdDay, isClosed } from './closed-scope.ts'
import { rulesOf, type CollectionRules } from './collections.ts'
import { withFields } from './fields.ts'
import { maxDocumentBytes, maxOpBytes, schemaVersion } from './limits.ts'
import { mergeFields, type Merge, type Winner } from './merge.ts'
import type { Op } from './op.ts'
import { overrides, placeOf } from './place-in-history.ts'
import { rejections, type Rejection, type RejectionCode } from './rejection.ts'
import { validateBody } from './validate-body.ts'
import { isSettlement } from './settlement.ts'
import type { DocumentState, StoredDocument } from './stored-document.ts'

/** What is to be written for an op: the document's next revision and its history row. */
export interface Write {
  readonly rev: number
  readonly state: DocumentState
  readonly body: JsonObject
  readonly day: CalendarDay | undefined
  readonly schema: number
  readonly editedAt: string
  readonly editedBy: PersonId
  /** Fields of the history row: what the op really changed. */
  readonly setFields: JsonObject
}

export interface Conflict {
  readonly kind: 'field' | 'delete-vs-edit' | 'invalid-merge'
  readonly lost: JsonObject
}

/**
 * What becomes of an op. `write` is absent where nothing changes. `overtaken` are values of one that comes again, whose
 * place others took after it was accepted first: they are kept, and nobody is asked about them.
 */
export type Verdict =
  | { status: 'applied'; write?: Write }
  | { status: 'merged'; write?: Write; overtaken?: JsonObject }
  | { status: 'conflict'; write?: Write; conflict: Conflict }
  | { status: 'erased'; write: Write }
  | { status: 'rejected'; error: Rejection }
  | { status: 'need-full' }
  | { status: 'deferred' }

export interface ContractDates {
  readonly starts: CalendarDay
  /** Absent for an open-ended contract. */
  readonly ends: CalendarDay | null
}

/** What the server knows of the scope and of the moment when it decides. */
export interface DecisionFacts {
  readonly person: PersonId
  readonly canWrite: boolean
  readonly contracts: readonly ContractDates[]
  /** Whether this id was erased, here or before a restore. */
  readonly erased: boolean
  readonly today: CalendarDay
  /** Schema version that the device wrote with. */
  readonly schema: number
  /** Fields that were set, uncontested, after an op that comes again: after the hour at which it was accepted first. */
  readonly overtaken: ReadonlySet<string>
}

/**
 * What becomes of one op, given the document as it stands. Pure: same input, same verdict. Ops already seen are
 * answered before this is called (sync.md 3.4).
 */
export function decide(op: Op, current: StoredDocument | undefined, facts: DecisionFacts): Verdict {
  if (!facts.canWrite) return rejected('no-access')
  const rules = rulesOf(op.collection)
  if (op.kind === 'erase') return current || rules ? erase(op, current, facts) : unknownSchema(facts)
  if (facts.erased || current?.state === 'erased') return rejected('erased')
  if (isSettlement(op)) return { status: 'applied' }
  if (!rules || (current && current.collection !== op.collection)) return unknownSchema(facts)
  if (jsonBytes([op.set, op.base]) > maxOpBytes) return rejected('too-large')
  if (isClosed(facts.contracts, facts.today)) return rejected('scope-closed')
  switch (op.kind) {
    case 'delete':
      return decideDelete(op, current, facts, rules)
    case 'put':
    case 'patch':
      if (current) return decideEdit(op, current, facts, rules)
      return op.kind === 'put' ? decideCreation(op, facts, rules) : { status: 'need-full' }
  }
}

function decideCreation(op: Op, facts: DecisionFacts, rules: CollectionRules): Verdict {
  const body = withFields({}, op.set)
  const refusal = refusalOf(op, body, facts, rules)
  if (refusal) return refusal
  return { status: 'applied', write: nextWrite(op, undefined, facts, rules, { body, setFields: body }) }
}

function decideDelete(
  op: Op,
  current: StoredDocument | undefined,
  facts: DecisionFacts,
  rules: CollectionRules,
): Verdict {
  const overriding = overrides(op, current)
  if (!overriding) {
    // One that is earlier took place then: the document was saved again since.
    if (current?.state !== 'live' || isEarlier(op, current)) return { status: 'applied' }
    if (op.accepted?.contested || current.rev !== op.baseRev)
      return { status: 'conflict', conflict: { kind: 'delete-vs-edit', lost: {} } }
  }
  const body = current?.body ?? {}
  const refusal = dayRefusal(body, facts, rules)
  if (refusal) return refusal
  const write = nextWrite(op, current, facts, rules, { body, setFields: {} })
  return { status: 'applied', write: { ...write, state: 'deleted' } }
}

/** Accepted before what has come again already, when nothing that its author hadn't seen stood before it. */
function isEarlier(op: Op, current: StoredDocument): boolean {
  return placeOf(op, current) === 'earlier' && !op.accepted?.contested
}

function decideEdit(op: Op, current: StoredDocument, facts: DecisionFacts, rules: CollectionRules): Verdict {
  // Accepted before a delete that has come again already: it revives nothing, and is in the history.
  const staysDeleted = current.state === 'deleted' && placeOf(op, current) === 'earlier'
  const winner = staysDeleted ? 'current' : winnerOf(op, current, facts)
  const merge = mergeFields(rules, current.body, op, winner, facts.overtaken)
  const hasLost = Object.keys(merge.lost).length > 0 && !overrides(op, current)
  const changes = Object.keys(merge.taken).length > 0 || (current.state === 'deleted' && !staysDeleted)
  if (changes && !staysDeleted) {
    const refusal = refusalOf(op, merge.body, facts, rules)
    if (refusal) return refusedMerge(op, current, merge, refusal)
  }
  const state = staysDeleted ? 'deleted' : 'live'
  const isWritten = changes || leavesItsHour(op, current)
  const write = isWritten ? { write: { ...editWrite(op, current, facts, rules, merge), state } as const } : {}
  const isOvertaken = Object.keys(merge.lost).every((field) => facts.overtaken.has(field))
  if (hasLost && isOvertaken) return { status: 'merged', overtaken: merge.lost, ...write }
  if (hasLost) return { status: 'conflict', conflict: { kind: 'field', lost: merge.lost }, ...write }
  return { status: changes && current.rev !== op.baseRev ? 'merged' : 'applied', ...write }
}

/** What comes again counts even where it changes nothing: what was accepted before it, and comes after it, must not override it. */
function leavesItsHour({ accepted }: Op, current: StoredDocument): boolean {
  return accepted !== undefined && !accepted.contested && Date.parse(accepted.at) > Date.parse(current.at)
}

/** Of two concurrent values of one group, the one that is shown. */
function winnerOf(op: Op, current: StoredDocument, { person }: DecisionFacts): Winner {
  if (overrides(op, current)) return 'mine'
  const isSameAuthor = current.editedBy === person
  return isSameAuthor && Date.parse(op.at) >= Date.parse(current.editedAt) ? 'mine' : 'current'
}

function editWrite(
  op: Op,
  current: StoredDocument,
  facts: DecisionFacts,
  rules: CollectionRules,
  merge: Merge,
): Write {
  // What leaves its hour leaves it for each of its fields: what was accepted before it doesn't take their place.
  const setFields = { ...merge.taken, ...(leavesItsHour(op, current) && standing(op.set, merge.body)) }
  return nextWrite(op, current, facts, rules, { body: merge.body, setFields })
}

/** Those of some values that stand in a body. */
function standing(values: JsonObject, body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(([field, value]) => sameJson(value, valueAt(body, field))),
  )
}

/**
 * An edit that would leave an invalid document. Over a delete that came again before the document did, it is a part of
 * what its device has whole. Alone it is a mistake to correct; if the document had moved meanwhile
 * it is a collision, and the whole op is kept as a conflict.
 */
function refusedMerge(op: Op, current: StoredDocument, merge: Merge, refusal: Verdict): Verdict {
  if (refusal.status !== 'rejected' || refusal.error.code !== 'invalid') return refusal
  const isInParts = current.state === 'deleted' && !validateBody(op.collection, current.body).valid
  if (isInParts && op.kind === 'patch') return { status: 'need-full' }
  const concurrent = current.rev !== op.baseRev || Object.keys(merge.lost).length > 0
  if (!concurrent) return refusal
  return { status: 'conflict', conflict: { kind: 'invalid-merge', lost: op.set } }
}

/** Erasing is terminal and leaves id, rev and state (sync.md 3.4, decide 8); it needs no contract. */
function erase(op: Op, current: StoredDocument | undefined, facts: DecisionFacts): Verdict {
  if (current?.state === 'erased') return { status: 'applied' }
  return {
    status: 'erased',
    write: {
      rev: (current?.rev ?? 0) + 1,
      state: 'erased',
      body: {},
      day: undefined,
      schema: facts.schema,
      editedAt: op.at,
      editedBy: facts.person,
      setFields: {},
    },
  }
}

function nextWrite(
  op: Op,
  current: StoredDocument | undefined,
  facts: DecisionFacts,
  rules: CollectionRules,
  change: { body: JsonObject; setFields: JsonObject },
): Write {
  return {
    rev: (current?.rev ?? 0) + 1,
    state: 'live',
    body: change.body,
    day: rules.dayOf(change.body),
    schema: Math.max(facts.schema, current?.schema ?? 0),
    editedAt: laterOf(op.at, current?.editedAt),
    editedBy: facts.person,
    setFields: change.setFields,
  }
}

function laterOf(at: string, before: string | undefined): string {
  return before !== undefined && Date.parse(before) > Date.parse(at) ? before : at
}

function refusalOf(
  op: Op,
  body: JsonObject,
  facts: DecisionFacts,
  rules: CollectionRules,
): Verdict | undefined {
  if (jsonBytes(body) > maxDocumentBytes) return rejected('too-large')
  const validity = validateBody(op.collection, body)
  if (validity.valid) return dayRefusal(body, facts, rules)
  if (facts.schema > schemaVersion) return { status: 'deferred' }
  return { status: 'rejected', error: { code: 'invalid', field: validity.field, message: validity.message } }
}

function dayRefusal(body: JsonObject, facts: DecisionFacts, rules: CollectionRules): Verdict | undefined {
  const day = rules.dayOf(body)
  if (day === undefined) return undefined
  if (isTooFarAhead(day, facts.today)) return rejected('date-in-future', 'date')
  const covered = holdDay(facts.contracts, day)
  return covered ? undefined : rejected('outside-contract', 'date')
}

function unknownSchema(facts: DecisionFacts): Verdict {
  return facts.schema > schemaVersion ? { status: 'deferred' } : rejected('unknown-schema')
}

function rejected(code: RejectionCode, field?: string): Verdict {
  return { status: 'rejected', error: { code, message: rejections[code], ...(field ? { field } : {}) } }
}
