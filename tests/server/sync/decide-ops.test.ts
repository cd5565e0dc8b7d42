import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentId, OpId } from '../../../src/domain/ids.ts'
import { sameJson, valueAt, type Json } from '../../../src/domain/json.ts'
import { addToDigest, documentHash } from '../../../src/domain/sync/digest.ts'
import type { Op } from '../../../src/domain/sync/op.ts'
import type { StoredDocument } from '../../../src/domain/sync/stored-document.ts'
import type {
  ConflictRecord,
  HistoryRow,
  LockedScope,
  ScopeState,
  SettledConflict,
  StoredDecision,
} from '../../../src/server/store/scope-state.ts'
import { decideOps, numbersFor, type SentOps } from '../../../src/server/sync/decide-ops.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDeviceId, aDocumentId, anOpId, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { day } from '../../builders/decision-facts.ts'

/** What a scope's tables hold, as pushes leave them one after the other. */
interface Tables {
  documents: Map<DocumentId, StoredDocument>
  history: HistoryRow[]
  conflicts: (ConflictRecord & { opId: OpId; seq: number })[]
  open: OpId[]
  settled: SettledConflict[]
  decisions: (StoredDecision & { opId: OpId })[]
  lock: LockedScope
}

const scope = aScopeId()
const people = [aPersonId(), aPersonId()] as const
const ids = [aDocumentId(), aDocumentId()] as const
const values: Record<string, Json[]> = {
  minutes: [15, 30, 45, 60, -1],
  notes: ['a', 'b', 'c'],
  autonomy: ['autonome', 'entierement_accompagne'],
  tags: [['x'], ['x', 'y'], ['y', 'z'], []],
}

/** Fields with a value of their own, as a save changes them. */
const anySet = fc
  .subarray(Object.keys(values), { minLength: 1 })
  .chain((names) =>
    fc
      .tuple(...names.map((name) => fc.constantFrom(...(values[name] ?? []))))
      .map((chosen) => Object.fromEntries(names.map((name, index) => [name, chosen[index] ?? null]))),
  )

const anyOp = fc.record({
  kind: fc.constantFrom<Op['kind']>('put', 'put', 'patch', 'patch', 'patch', 'patch', 'delete'),
  id: fc.constantFrom(...ids),
  baseRev: fc.integer({ min: 0, max: 6 }),
  set: anySet,
  base: anySet,
  settles: fc.boolean(),
  at: fc.integer({ min: 0, max: 9 }).map((minute) => `2026-11-23T10:0${minute}:00.000Z`),
})
/** What comes of an order, whenever it was: a push that comes alone finds a later hour by itself. */
function withoutHours(value: unknown): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, withoutHours(one)]))
  if (Array.isArray(value)) return value.map(withoutHours)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (key === 'at' ? [] : [[key, withoutHours(one)]])),
  )
}

const anyPush = fc.record({
  person: fc.constantFrom(...people),
  ops: fc.array(anyOp, { minLength: 1, maxLength: 4 }),
})
const anyPushes = fc.array(anyPush, { minLength: 1, maxLength: 8 })

type AnyOp = Omit<Op, 'opId' | 'scope' | 'collection' | 'resolves'> & { settles: boolean }
type Push = { person: (typeof people)[number]; ops: AnyOp[] }

function newTables(): Tables {
  const lock = { scope, seq: 0, horizon: 0, digest: 0n }
  return { documents: new Map(), history: [], conflicts: [], open: [], settled: [], decisions: [], lock }
}

/** Runs a push through the decision, as the store would carry it. */
function pushes(tables: Tables, push: Push): Op[] {
  const resolves = tables.open.slice(0, 2)
  const ops = push.ops.map((fields) => anOpOf(fields, fields.settles ? resolves : null))
  decides(tables, [sentBy(push.person, ops)])
  return ops
}

function anOpOf({ settles: _settles, ...fields }: AnyOp, resolves: OpId[] | null): Op {
  const set =
    fields.kind === 'put' ? { ...aReport(), ...fields.set } : fields.kind === 'patch' ? fields.set : {}
  return { ...fields, set, opId: anOpId(), scope, collection: 'report', resolves }
}

function sentBy(person: Push['person'], ops: readonly Op[]): SentOps {
  return { sender: { person, device: aDeviceId(), schema: 1, at: '2026-11-23T12:00:00.000Z' }, ops }
}

/** Decides pushes together, and leaves in the tables what they leave. Answers the status of each op. */
function decides(tables: Tables, sent: readonly SentOps[]): string[] {
  const state: ScopeState = {
    canWrite: true,
    contracts: [{ starts: day('2025-01-06'), ends: null }],
    documents: [...tables.documents.values()],
    erased: [],
    decisions: tables.decisions,
    conflicts: tables.conflicts,
    open: tables.open,
    history: [],
  }
  const numbers = numbersFor(sent.flatMap(({ ops }) => ops))
  const lock = { ...tables.lock, seq: tables.lock.seq + numbers }
  const { changes, results } = decideOps(sent, state, lock, day('2026-11-23'))
  for (const { day: _day, ...document } of changes.documents) tables.documents.set(document.id, document)
  tables.history.push(...changes.history)
  tables.conflicts.push(...changes.conflicts)
  tables.settled.push(...changes.settled)
  const settled = new Set(changes.settled.map(({ conflict }) => conflict))
  tables.open = [...tables.open, ...changes.conflicts.map(({ opId }) => opId)].filter(
    (id) => !settled.has(id),
  )
  tables.decisions.push(...changes.decisions)
  tables.lock = { ...tables.lock, seq: changes.seq, digest: changes.digest }
  return results.flat().map(({ status }) => status)
}

function everythingAfter(all: readonly Push[]) {
  const tables = newTables()
  const ops = all.flatMap((push) => pushes(tables, push))
  return { tables, ops }
}

describe('after any pushes', () => {
  test('I8 every value of an accepted op is current, in history, or in a conflict', () => {
    fc.assert(
      fc.property(anyPushes, (all) => {
        const { tables, ops } = everythingAfter(all)
        const accepted = new Set(
          tables.decisions.filter(({ status }) => status !== 'rejected').map(({ opId }) => opId),
        )
        const lost = ops
          .filter(({ opId }) => accepted.has(opId))
          .flatMap((op) =>
            Object.entries(op.set)
              .filter(([field]) => field !== 'tags')
              .filter(([field, value]) => !isKept(tables, op.id, field, value))
              .map(([field, value]) => ({ op, field, value })),
          )
        expect(lost).toEqual([])
      }),
    )
  })

  test('I10 revisions are 1 to n, and each has its row of history', () => {
    fc.assert(
      fc.property(anyPushes, (all) => {
        const { tables } = everythingAfter(all)
        for (const { id, rev, state } of tables.documents.values()) {
          const rows = tables.history.filter((row) => row.id === id)
          expect(rows.map((row) => row.rev)).toEqual(Array.from({ length: rev }, (_, index) => index + 1))
          expect(rows.at(-1)?.state).toBe(state)
        }
      }),
    )
  })

  test('I4 numbers are used once, and the counter stands at the last one', () => {
    fc.assert(
      fc.property(anyPushes, (all) => {
        const { tables } = everythingAfter(all)
        const moved = [...tables.documents.values(), ...tables.conflicts, ...tables.settled]
        const seqs = moved.map(({ seq }) => seq)
        expect(new Set(seqs).size).toBe(seqs.length)
        const { history, conflicts, settled } = tables
        expect(tables.lock.seq).toBe(history.length + conflicts.length + settled.length)
        expect(Math.max(0, ...seqs)).toBe(tables.lock.seq)
      }),
    )
  })

  test('I7 the digest is the sum over the documents', () => {
    fc.assert(
      fc.property(anyPushes, (all) => {
        const { tables } = everythingAfter(all)
        const sum = [...tables.documents.values()].reduce(
          (digest, { id, rev, state }) => addToDigest(digest, documentHash(id, rev, state)),
          0n,
        )
        expect(tables.lock.digest).toBe(sum)
      }),
    )
  })

  test('a conflict is settled at most once, by an op that was accepted', () => {
    fc.assert(
      fc.property(anyPushes, (all) => {
        const { settled, decisions } = everythingAfter(all).tables
        expect(new Set(settled.map(({ conflict }) => conflict)).size).toBe(settled.length)
        const refused = new Set(
          decisions.filter(({ status }) => status === 'rejected').map(({ opId }) => opId),
        )
        expect(settled.filter(({ by }) => refused.has(by))).toEqual([])
      }),
    )
  })

  test('I28 every live document is valid', () => {
    fc.assert(
      fc.property(anyPushes, (all) => {
        const { tables } = everythingAfter(all)
        expect([...tables.documents.values()].filter(({ body }) => body['minutes'] === -1)).toEqual([])
      }),
    )
  })

  test('I9 pushes that are decided together leave what they leave one after the other', () => {
    fc.assert(
      fc.property(anyPushes, anyPushes, (before, all) => {
        const tables = [everythingAfter(before).tables, newTables()] as const
        Object.assign(tables[1], structuredClone(tables[0]))
        // A conflict is heard of by the answer to the push that opened it: none of these can settle another's.
        const open = tables[0].open.slice(-2)
        const sent = all.map(({ ops }) =>
          sentBy(
            people[0],
            ops.map((fields) => anOpOf(fields, fields.settles ? open : null)),
          ),
        )
        // The last of them comes twice.
        const twice = [...sent, ...sent.slice(-1)]
        const together = decides(tables[0], twice)
        const oneByOne = twice.flatMap((push) => decides(tables[1], [push]))
        expect(withoutHours(together)).toEqual(withoutHours(oneByOne))
        expect(withoutHours(tables[0])).toEqual(withoutHours(tables[1]))
      }),
    )
  })

  test('I23 ops about one document that are decided together are each accepted at an hour of its own', () => {
    fc.assert(
      fc.property(anyPushes, (all) => {
        const sent = all.map(({ ops }) =>
          sentBy(
            people[0],
            ops.map((fields) => anOpOf(fields, null)),
          ),
        )
        const tables = newTables()
        decides(tables, sent)
        const accepted = tables.decisions.filter(({ status }) => status !== 'rejected')
        const ofDocument = new Map(sent.flatMap(({ ops }) => ops.map(({ opId, id }) => [opId, id] as const)))
        for (const id of ids) {
          const hours = accepted.filter(({ opId }) => ofDocument.get(opId) === id).map(({ at }) => String(at))
          expect(hours).toEqual([...new Set(hours)].sort())
        }
      }),
    )
  })

  test('and the random pushes do meet, collide, delete and revive', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyPushes, (all) => {
        const { tables } = everythingAfter(all)
        for (const { status } of tables.decisions) seen.add(status)
        for (const { kind } of tables.conflicts) seen.add(kind)
        for (const { state } of tables.history) seen.add(state)
        if (tables.settled.length > 0) seen.add('settled')
      }),
      { numRuns: 300, seed: 20_261_123 },
    )
    expect([...seen].sort()).toEqual(
      [
        'applied',
        'conflict',
        'delete-vs-edit',
        'deleted',
        'field',
        'invalid-merge',
        'live',
        'merged',
        'rejected',
        'settled',
      ].sort(),
    )
  })
})

function isKept(tables: Tables, id: DocumentId, field: string, value: Json): boolean {
  const current = tables.documents.get(id)
  const places = [
    current?.body ?? {},
    ...tables.history.filter((row) => row.id === id).map(({ setFields }) => setFields),
    ...tables.conflicts.filter((conflict) => conflict.id === id).map(({ lost }) => lost),
  ]
  return places.some((place) => sameJson(valueAt(place, field), value))
}
