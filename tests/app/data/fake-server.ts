import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import {
  structureIdSchema,
  type DocumentId,
  type Epoch,
  type OpId,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../../src/domain/ids.ts'
import { sameJson, type JsonObject } from '../../../src/domain/json.ts'
import { decide, type Conflict, type ContractDates, type Verdict } from '../../../src/domain/sync/decide.ts'
import { addToDigest, documentHash, removeFromDigest } from '../../../src/domain/sync/digest.ts'
import type { Op } from '../../../src/domain/sync/op.ts'
import { readOp } from '../../../src/domain/sync/read-op.ts'
import { rejections, type Rejection } from '../../../src/domain/sync/rejection.ts'
import type { StoredDocument } from '../../../src/domain/sync/stored-document.ts'
import type {
  Grant,
  OpResult,
  PullAnswer,
  PulledConflict,
  PullRequest,
  PushAnswer,
  PushRequest,
  RecentAnswer,
  WireDocument,
} from '../../../src/domain/sync/wire.ts'
import { anEpoch } from '../../builders/an-id.ts'

export interface HistoryRow {
  id: DocumentId
  rev: number
  opId: OpId
  setFields: JsonObject
  state: StoredDocument['state']
}

export interface StoredConflict extends Conflict {
  id: DocumentId
  opId: OpId
  seq: number
  open: boolean
}

interface StoredDecision {
  status: 'applied' | 'merged' | 'conflict' | 'rejected'
  error?: Rejection
}

interface ServerScope {
  seq: number
  horizon: number
  digest: bigint
  documents: Map<DocumentId, StoredDocument>
  history: HistoryRow[]
  decisions: Map<OpId, StoredDecision>
  conflicts: StoredConflict[]
  contracts: ContractDates[]
}

/** The server of sync.md 3.4 to 3.6 in memory, with an independent check around each decision. */
export class FakeServer {
  epoch: Epoch = anEpoch()
  /** The server's clock, in ms; right by definition. */
  now = Date.parse('2026-11-23T15:00:00Z')
  /** Documents of one page, where a test needs several pages of few. */
  pageLimit = 500
  /** False for a server of before conflicts were settled, and told to every device. */
  knowsResolves = true
  /** False for a server of before contracts were told with the grants. */
  tellsContracts = true
  scopes = new Map<ScopeId, ServerScope>()
  readonly erased = new Map<DocumentId, ScopeId>()
  readonly #grants = new Map<PersonId, Map<ScopeId, boolean>>()
  /** How many times something happened: tests that must not be empty look here. */
  readonly counts = { duplicates: 0, conflicts: 0, rejections: 0, resets: 0 }

  addScope(scope: ScopeId): void {
    this.scopes.set(scope, {
      seq: 0,
      horizon: 0,
      digest: 0n,
      documents: new Map(),
      history: [],
      decisions: new Map(),
      conflicts: [],
      contracts: [{ starts: calendarDaySchema.parse('2020-01-01'), ends: null }],
    })
  }

  grant(person: PersonId, scope: ScopeId, canWrite = true): void {
    if (!this.scopes.has(scope)) this.addScope(scope)
    this.#grants.set(person, new Map([...(this.#grants.get(person) ?? []), [scope, canWrite]]))
  }

  revoke(person: PersonId, scope: ScopeId): void {
    this.#grants.get(person)?.delete(scope)
  }

  scope(scope: ScopeId): ServerScope {
    const found = this.scopes.get(scope)
    if (!found) throw new Error('the test names a scope that the server has not')
    return found
  }

  document(scope: ScopeId, id: DocumentId): StoredDocument | undefined {
    return this.scope(scope).documents.get(id)
  }

  live(scope: ScopeId): StoredDocument[] {
    return [...this.scope(scope).documents.values()].filter(({ state }) => state === 'live')
  }

  push(person: PersonId, request: PushRequest): PushAnswer {
    const results = request.ops.flatMap((raw): OpResult[] => {
      const read = readOp(raw, request.schema)
      if (read.kind === 'unreadable') return []
      if (read.kind === 'malformed') return [{ opId: read.opId, ...read.verdict }]
      return [this.#decideOne(person, read.op, request.schema)]
    })
    return { epoch: this.epoch, serverTime: this.#time(), results }
  }

  pull(person: PersonId, request: PullRequest): PullAnswer {
    const answer: PullAnswer = {
      epoch: this.epoch,
      serverTime: this.#time(),
      grants: [],
      changes: [],
      next: {},
      more: false,
    }
    for (const [scope, canWrite] of this.#grants.get(person) ?? []) {
      const stored = this.scope(scope)
      const asked = request.scopes[scope] ?? { since: 0, asOf: 0 }
      const reset = asked.since > 0 && (asked.asOf < stored.horizon || asked.since > stored.seq)
      if (reset) this.counts.resets += 1
      const since = reset ? 0 : asked.since
      const rows = [...stored.documents.values()]
        .filter(({ seq }) => seq > since)
        .sort((a, b) => a.seq - b.seq)
      const taken = rows.slice(
        0,
        Math.max(0, Math.min(request.limit, this.pageLimit) - answer.changes.length),
      )
      answer.grants.push({
        scope,
        canWrite,
        reset,
        label: 'Mairie',
        head: stored.seq,
        horizon: stored.horizon,
        digest: stored.digest.toString(),
        ...this.#postOf(scope),
      })
      answer.changes.push(...taken.map((document) => this.#told(document)))
      const done = taken.length === rows.length
      // All that lies between the documents of the page, or up to the head.
      const upTo = done ? stored.seq : (taken.at(-1)?.seq ?? since)
      if (this.knowsResolves)
        answer.conflicts = [...(answer.conflicts ?? []), ...told(stored, scope, since, upTo)]
      answer.next[scope] = { seq: upTo, done }
      answer.more ||= !done
    }
    return answer
  }

  recent(person: PersonId): RecentAnswer {
    const scopes = [...(this.#grants.get(person) ?? new Map<ScopeId, boolean>()).keys()]
    const documents = scopes.flatMap((scope) => [...this.scope(scope).documents.values()])
    return {
      epoch: this.epoch,
      serverTime: this.#time(),
      documents: documents.filter(({ state }) => state === 'live').map((document) => this.#told(document)),
    }
  }

  /** A picture of the history, to be restored. */
  backup(): Map<ScopeId, ServerScope> {
    return structuredClone(this.scopes)
  }

  /** Back to a picture: a new epoch, with what was erased since erased again first. */
  restore(backup: Map<ScopeId, ServerScope>): void {
    this.scopes = structuredClone(backup)
    for (const [id, scope] of this.erased) this.#writeErased(scope, id, undefined)
    this.epoch = anEpoch()
  }

  /** Removes every tombstone of a scope. */
  purge(scope: ScopeId): void {
    const stored = this.scope(scope)
    for (const { id, rev, seq, state } of stored.documents.values()) {
      if (state !== 'deleted') continue
      stored.horizon = Math.max(stored.horizon, seq)
      stored.digest = removeFromDigest(stored.digest, documentHash(id, rev, state))
      stored.documents.delete(id)
    }
  }

  /** Of a closed scope, nothing that says who people are (sync.md 3.1). */
  #told(document: StoredDocument): WireDocument {
    const whole = wireDocument(document)
    const isWithheld =
      document.state === 'live' && ['beneficiary', 'appointment'].includes(document.collection)
    if (!isWithheld || !this.#isClosed(document.scope)) return whole
    const { body: _body, ...rest } = whole
    return { ...rest, withheld: true }
  }

  #isClosed(scope: ScopeId): boolean {
    const ninetyDaysAgo = new Date(this.now - 90 * 86_400_000).toISOString().slice(0, 10)
    return this.scope(scope).contracts.every(({ ends }) => ends !== null && ends < ninetyDaysAgo)
  }

  #postOf(scope: ScopeId): Partial<Grant> {
    if (!this.tellsContracts) return {}
    const { contracts } = this.scope(scope)
    const post = { role: 'advisor', structureId: aStructureIdOf(scope), structureCommune: '09261' }
    return { contracts, closed: this.#isClosed(scope), ...post }
  }

  #time(): string {
    return new Date(this.now).toISOString()
  }

  #decideOne(person: PersonId, op: Op, schema: number): OpResult {
    const canWrite = this.#grants.get(person)?.get(op.scope)
    if (canWrite === undefined) return noAccess(op)
    const stored = this.scope(op.scope)
    const seen = stored.decisions.get(op.opId)
    if (seen) {
      this.counts.duplicates += 1
      const { status: was, error } = seen
      return {
        opId: op.opId,
        status: 'duplicate',
        was,
        ...(error && { error }),
        ...this.#standing(stored, op),
      }
    }
    const before = stored.documents.get(op.id)
    const verdict = decide(op, before, {
      person,
      canWrite,
      contracts: stored.contracts,
      erased: this.erased.has(op.id),
      today: calendarDaySchema.parse(this.#time().slice(0, 10)),
      schema,
      overtaken: new Set(),
    })
    const result = this.#note(stored, op, verdict, before)
    checkDecision(op, before, stored, canWrite)
    return result
  }

  #note(stored: ServerScope, op: Op, verdict: Verdict, before: StoredDocument | undefined): OpResult {
    const { opId } = op
    switch (verdict.status) {
      case 'need-full':
      case 'deferred':
        return { opId, status: verdict.status }
      case 'rejected':
        this.counts.rejections += 1
        if (verdict.error.code === 'no-access') return noAccess(op)
        stored.decisions.set(opId, { status: 'rejected', error: verdict.error })
        return { opId, status: 'rejected', error: verdict.error, ...this.#standing(stored, op) }
      case 'erased':
        this.erased.set(op.id, op.scope)
        this.#writeErased(op.scope, op.id, opId)
        stored.decisions.set(opId, { status: 'applied' })
        return { opId, status: 'applied', ...this.#standing(stored, op) }
      case 'applied':
      case 'merged':
      case 'conflict': {
        if (verdict.write) {
          const { day: _day, setFields, ...write } = verdict.write
          stored.seq += 1
          const document = {
            scope: op.scope,
            collection: op.collection,
            id: op.id,
            seq: stored.seq,
            at: op.accepted?.at ?? this.#time(),
            ...write,
          }
          put(stored, document, before)
          stored.history.push({ id: op.id, rev: write.rev, opId, setFields, state: write.state })
        }
        if (verdict.status === 'conflict') {
          this.counts.conflicts += 1
          stored.seq += 1
          stored.conflicts.push({ ...verdict.conflict, id: op.id, opId, seq: stored.seq, open: true })
        }
        if (this.knowsResolves) settle(stored, op)
        stored.decisions.set(opId, { status: verdict.status })
        return { opId, status: verdict.status, ...this.#standing(stored, op) }
      }
    }
  }

  #writeErased(scope: ScopeId, id: DocumentId, opId: OpId | undefined): void {
    const stored = this.scope(scope)
    const before = stored.documents.get(id)
    for (const row of stored.history) if (row.id === id) row.setFields = {}
    stored.conflicts = stored.conflicts.map((conflict) =>
      conflict.id === id ? { ...conflict, lost: {} } : conflict,
    )
    if (before?.state === 'erased') return
    stored.seq += 1
    const rev = (before?.rev ?? 0) + 1
    const erased = {
      scope,
      collection: before?.collection ?? 'report',
      id,
      rev,
      seq: stored.seq,
      state: 'erased' as const,
      schema: 1,
      body: {},
      editedAt: this.#time(),
      editedBy: before?.editedBy ?? nobody,
      at: this.#time(),
    }
    put(stored, erased, before)
    stored.history.push({ id, rev, opId: opId ?? (`replay-${id}` as OpId), setFields: {}, state: 'erased' })
  }

  #standing(stored: ServerScope, { id, opId }: Op): Pick<OpResult, 'doc' | 'conflict'> {
    const document = stored.documents.get(id)
    const conflict = stored.conflicts.find((candidate) => candidate.opId === opId && candidate.open)
    return {
      ...(document && { doc: this.#told(document) }),
      ...(conflict && { conflict: { id: opId, kind: conflict.kind, lost: conflict.lost } }),
    }
  }
}

// Only the author's own devices write: who erased a document that was never there is of no interest here.
const nobody = '00000000-0000-4000-8000-000000000000' as PersonId

function noAccess({ opId }: Op): OpResult {
  return { opId, status: 'rejected', error: { code: 'no-access', message: rejections['no-access'] } }
}

/** Closes open conflicts that an accepted op settles. */
function settle(stored: ServerScope, { resolves }: Op): void {
  for (const conflict of stored.conflicts) {
    if (!conflict.open || !resolves?.includes(conflict.opId)) continue
    stored.seq += 1
    conflict.open = false
    conflict.seq = stored.seq
  }
}

function told(stored: ServerScope, scope: ScopeId, since: number, upTo: number): PulledConflict[] {
  return stored.conflicts
    .filter(({ id, seq }) => seq > since && seq <= upTo && stored.documents.get(id)?.state === 'live')
    .map(({ id, opId, seq, open, kind, lost }) => ({
      scope,
      collection: 'report',
      docId: id,
      seq,
      id: opId,
      kind,
      open,
      ...(open ? { lost } : {}),
      at: '2026-11-23T15:00:00.000Z',
    }))
}

function put(stored: ServerScope, document: StoredDocument, before: StoredDocument | undefined): void {
  if (before)
    stored.digest = removeFromDigest(stored.digest, documentHash(before.id, before.rev, before.state))
  stored.digest = addToDigest(stored.digest, documentHash(document.id, document.rev, document.state))
  stored.documents.set(document.id, document)
}

/** Any structure will do: a scope is of one. */
function aStructureIdOf(scope: ScopeId): StructureId {
  return structureIdSchema.parse(scope)
}

export function wireDocument(document: StoredDocument): WireDocument {
  const { scope, collection, id, rev, seq, state, schema, body } = document
  return { scope, collection, id, rev, seq, state, schema, ...(state === 'live' ? { body } : {}) }
}

/** What a server that was restored since had accepted after all that is here, with nothing unseen (sync.md 3.4, 11). */
function hadSeen({ accepted }: Op, { at }: StoredDocument): boolean {
  return accepted !== undefined && !accepted.contested && Date.parse(at) <= Date.parse(accepted.at)
}

/** What must hold after any decision, said again without looking at how it was made. */
function checkDecision(
  op: Op,
  before: StoredDocument | undefined,
  stored: ServerScope,
  canWrite: boolean,
): void {
  const after = stored.documents.get(op.id)
  if (!after || after === before) return
  if (!canWrite) throw new Error('I13 a write without a grant')
  if (after.rev !== (before?.rev ?? 0) + 1) throw new Error('I10 a hole in the revisions')
  const opIds = stored.history.map((row) => row.opId)
  if (new Set(opIds).size !== opIds.length) throw new Error('I3 an op was applied twice')
  if (after.state === 'erased' || !before) return
  for (const field of new Set([...Object.keys(before.body), ...Object.keys(after.body)])) {
    const [was, is] = [before.body[field], after.body[field]]
    if (sameJson(was, is)) continue
    if (!Object.hasOwn(op.set, field)) throw new Error(`I9 ${field} changed, and is not in the op`)
    const isKept = stored.conflicts.some((conflict) => conflict.opId === op.opId)
    if (!sameJson(was, op.base[field]) && field !== 'tags' && !isKept && !hadSeen(op, before)) {
      throw new Error(`I8b a concurrent value of ${field} was replaced without a record`)
    }
  }
}
