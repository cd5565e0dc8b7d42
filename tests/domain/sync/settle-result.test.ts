import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/domain/json.ts'
import type { DeviceDocument } from '../../../src/domain/sync/device-document.ts'
import type { PendingOp } from '../../../src/domain/sync/pending-op.ts'
import { rejectedHere, settleResult, type Settlement } from '../../../src/domain/sync/settle-result.ts'
import type { OpResult, WireDocument } from '../../../src/domain/sync/wire.ts'
import { aDeviceDocument, aPendingOp, withOps } from '../../builders/a-device-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { anOpId } from '../../builders/an-id.ts'

const newId = anOpId()
const invalid = { code: 'invalid', field: 'minutes', message: 'Non.' }

function told({ scope, collection, id }: DeviceDocument, fields: Partial<WireDocument> = {}): WireDocument {
  return {
    scope,
    collection,
    id,
    rev: 5,
    seq: 40,
    state: 'live',
    schema: 1,
    body: aReport({ notes: 'un' }),
    ...fields,
  }
}

/** An edit of the notes that was sent, and what is queued behind it. */
function edited(...later: PendingOp[]): DeviceDocument {
  const op = aPendingOp(1, { frozen: true, set: { notes: 'un' }, base: { notes: null } })
  return withOps(aDeviceDocument(), op, ...later)
}

function settle(document: DeviceDocument, result: Partial<OpResult>, n = 1): Settlement {
  const op = document.ops.find((candidate) => candidate.n === n)
  if (!op) throw new Error('the test settles an op that is not queued')
  const full = { opId: op.opId, status: 'applied' as const, ...result }
  return settleResult(document, op, full, { generation: 0, newOpId: () => newId })
}

describe('an op that is accepted', () => {
  test.each(['applied', 'merged', 'duplicate'] as const)(
    '%s: it goes to the sent log, with the document as it stands',
    (status) => {
      const document = edited()
      const settled = settle(document, { status, doc: told(document) })
      expect(settled.document).toMatchObject({
        server: { rev: 5, seq: 40 },
        base: aReport({ notes: 'un' }),
        ops: [],
      })
      expect(settled.sent).toMatchObject({ n: 1, frozen: true, set: { notes: 'un' } })
    },
  )

  test('an older answer doesn’t undo a newer version that came by another way', () => {
    const document = {
      ...edited(),
      server: { rev: 7, seq: 50, state: 'live', schema: 1, generation: 0 } as const,
    }
    expect(settle(document, { doc: told(document) }).document.server?.rev).toBe(7)
  })

  test('an answer of an earlier reading of the scope is replaced whatever its number', () => {
    const document = {
      ...edited(),
      server: { rev: 7, seq: 50, state: 'live', schema: 1, generation: -1 } as const,
    }
    expect(settle(document, { doc: told(document) }).document.server?.rev).toBe(5)
  })

  test('what the server kept of a collision is given back', () => {
    const document = edited()
    const conflict = { id: anOpId(), kind: 'field' as const, lost: { notes: 'autre' } }
    expect(settle(document, { status: 'conflict', doc: told(document), conflict }).conflict).toEqual(conflict)
  })

  test('a document of another id says nothing of this one', () => {
    const document = edited()
    const settled = settle(document, { doc: told(aDeviceDocument(), { scope: document.scope }) })
    expect(settled.document.server?.rev).toBe(4)
  })

  test('a delete that finds nothing leaves nothing', () => {
    const document = withOps(aDeviceDocument(), aPendingOp(1, { kind: 'delete', frozen: true }))
    expect(settle(document, {}).document).toMatchObject({ server: null, ops: [] })
  })
})

describe('what is queued behind an accepted op', () => {
  const later = (fields: Partial<PendingOp> = {}) => aPendingOp(2, { kind: 'delete', ...fields })
  const nextRev = (document: DeviceDocument, result: Partial<OpResult>) =>
    settle(document, result).document.ops.at(-1)?.baseRev

  test('moves to its revision: its author had this op before their eyes', () => {
    const document = edited(later())
    expect(nextRev(document, { doc: told(document) })).toBe(5)
    expect(nextRev(document, { status: 'duplicate', was: 'applied', doc: told(document) })).toBe(5)
  })

  test('moves over a revision pulled meanwhile, that its author had seen', () => {
    const document = edited(later({ baseRev: 6 }))
    const pulled = {
      ...document,
      server: { rev: 6, seq: 45, state: 'live', schema: 1, generation: 0 } as const,
    }
    expect(nextRev(pulled, { status: 'merged', doc: told(document, { rev: 7, seq: 50 }) })).toBe(7)
  })

  test.each<[string, JsonObject, Partial<OpResult>]>([
    ['holds something that nobody here has seen', { notes: 'un', minutes: 90 }, {}],
    ['came out of a collision', { notes: 'un' }, { status: 'conflict' }],
  ])('stays where it is when the document %s', (_why, body, result) => {
    const document = edited(later())
    expect(nextRev(document, { doc: told(document, { body: aReport(body) }), ...result })).toBe(4)
  })

  test('stays where it is when it was made over another revision, or was sent', () => {
    const older = edited(later({ baseRev: 3 }))
    expect(nextRev(older, { doc: told(older) })).toBe(3)
    const sent = edited(later({ frozen: true }))
    expect(nextRev(sent, { doc: told(sent) })).toBe(4)
  })

  test('moves behind an accepted delete too', () => {
    const document = withOps(
      aDeviceDocument(),
      aPendingOp(1, { kind: 'delete', frozen: true }),
      aPendingOp(2, { set: { notes: 'si' } }),
    )
    const { body: _body, ...tombstone } = told(document, { state: 'deleted' })
    expect(settle(document, { doc: tombstone }).document).toMatchObject({
      base: aReport(),
      ops: [{ n: 2, baseRev: 5 }],
    })
  })
})

describe('an op that is refused', () => {
  test('waits for a correction, and its document for nothing else', () => {
    const settled = settle(edited(), { status: 'rejected', error: invalid })
    expect(settled.document.ops).toMatchObject([{ n: 1, rejected: invalid }])
    expect(settled.sent).toBeUndefined()
  })

  test('says so again when it was refused before', () => {
    const settled = settle(edited(), { status: 'duplicate', was: 'rejected', error: invalid })
    expect(settled.document.ops).toMatchObject([{ n: 1, rejected: invalid }])
  })

  test('is taken in by a correction that was typed meanwhile', () => {
    const correction = aPendingOp(2, { set: { notes: 'deux' }, base: { notes: 'un' }, baseRev: 5 })
    const settled = settle(edited(correction), { status: 'rejected', error: invalid })
    expect(settled.document.ops).toEqual([
      expect.objectContaining({
        n: 2,
        opId: correction.opId,
        set: { notes: 'deux' },
        base: { notes: null },
        baseRev: 4,
      }),
    ])
  })

  test('I23 is not taken in across an op in between, whose later word it would undo', () => {
    const between = aPendingOp(2, { frozen: true, set: { notes: 'deux' }, base: { notes: 'un' } })
    const last = aPendingOp(3, { set: { minutes: 60 }, base: { minutes: 45 } })
    const { document } = settle(edited(between, last), { status: 'rejected', error: invalid })
    expect(document.ops).toMatchObject([{ n: 1, rejected: invalid }, { n: 2 }, { n: 3, set: last.set }])
    const next = settle(document, { status: 'rejected', error: invalid }, 2)
    expect(next.document.ops.at(-1)).toMatchObject({ n: 3, set: { notes: 'deux', minutes: 60 } })
  })

  test('is not taken in by a settlement of conflicts, which corrects nothing', () => {
    const settlement = aPendingOp(2, { resolves: [newId] })
    const { document } = settle(edited(settlement), { status: 'rejected', error: invalid })
    expect(document.ops).toMatchObject([{ rejected: invalid }, { set: {}, resolves: [newId] }])
  })

  test('says nothing of what its correction began from where it was to be the whole document', () => {
    const whole = aPendingOp(1, {
      kind: 'put',
      frozen: true,
      baseRev: 0,
      set: aReport({ minutes: 1 }),
      base: {},
    })
    const correction = aPendingOp(2, { set: { minutes: 30 }, base: { minutes: 1 }, baseRev: 0 })
    const { document } = settle(withOps(aDeviceDocument({ server: null }), whole, correction), {
      status: 'rejected',
      error: invalid,
    })
    expect(document.ops).toMatchObject([{ kind: 'put', baseRev: 0, set: { minutes: 30 } }])
    expect(document.ops[0]?.base).toEqual({})
  })

  test('I8 says what its correction began from before it, where that took in an earlier one', () => {
    // The report itself was refused first and taken in by the correction, while an edit of it was on its way.
    const edit = aPendingOp(2, { frozen: true, set: { notes: 'trois' }, base: { notes: 'un' }, baseRev: 0 })
    const correction = aPendingOp(3, {
      kind: 'put',
      set: aReport({ notes: 'trois', minutes: 30 }),
      base: { notes: null, minutes: null },
      baseRev: 0,
    })
    const before = withOps(aDeviceDocument({ server: null }), edit, correction)
    const { document } = settle(before, { status: 'rejected', error: invalid }, 2)
    expect(document.ops).toMatchObject([{ n: 3, kind: 'put', base: { notes: null, minutes: null } }])
  })

  test('I1 keeps what a document saved whole meanwhile only left as its author had seen it', () => {
    // Another tab's form was open on the report as it was before the edit, when the report left the device (I14).
    const refused = aPendingOp(1, {
      kind: 'put',
      frozen: true,
      set: aReport({ minutes: 50 }),
      base: {},
      baseRev: 0,
    })
    const before = aReport({ minutes: 45 })
    const correction = aPendingOp(2, {
      kind: 'put',
      set: { ...before, notes: 'trois' },
      base: { ...before, notes: null },
      baseRev: 0,
    })
    const { document } = settle(withOps(aDeviceDocument({ server: null }), refused, correction), {
      status: 'rejected',
      error: invalid,
    })
    expect(document.ops).toMatchObject([{ n: 2, kind: 'put', set: { minutes: 50, notes: 'trois' } }])
  })

  test('leaves what it settled to its correction', () => {
    const [one, two] = [anOpId(), anOpId()]
    const op = aPendingOp(1, { frozen: true, set: { notes: 'un' }, resolves: [one] })
    const correction = aPendingOp(2, { set: { notes: 'deux' }, resolves: [two] })
    const { document } = settle(withOps(aDeviceDocument(), op, correction), {
      status: 'rejected',
      error: invalid,
    })
    expect(document.ops).toMatchObject([{ set: { notes: 'deux' }, resolves: [one, two] }])
  })

  test('loses to what its author said later, once that is accepted', () => {
    const document = withOps(
      aDeviceDocument(),
      aPendingOp(1, { frozen: true, rejected: invalid, set: { notes: 'un', minutes: 1 } }),
      aPendingOp(2, { frozen: true, set: { minutes: 30 } }),
    )
    const settled = settle(document, { doc: told(document, { body: aReport({ minutes: 30 }) }) }, 2)
    expect(settled.document.ops).toMatchObject([{ n: 1, rejected: invalid, set: { notes: 'un' } }])
  })

  test('goes with the report that its author deletes', () => {
    const document = withOps(
      aDeviceDocument(),
      aPendingOp(1, { frozen: true, rejected: invalid, set: { minutes: 1 } }),
      aPendingOp(2, { kind: 'delete', frozen: true }),
    )
    const { body: _body, ...tombstone } = told(document, { state: 'deleted' })
    expect(settle(document, { doc: tombstone }, 2).document.ops).toEqual([])
  })

  test('on the device, when no request can carry it, reads as the server’s refusal would', () => {
    const document = edited()
    const [op] = document.ops
    if (!op) throw new Error('there is an op')
    expect(rejectedHere(document, op, 'too-large').ops).toMatchObject([{ rejected: { code: 'too-large' } }])
  })
})

describe('an op that is not decided', () => {
  test.each([
    [{ status: 'deferred' as const }, 'deferred'],
    [{ status: 'rejected' as const, error: { code: 'no-access', message: 'Non.' } }, 'no-access'],
  ])('stays as it is, behind the others', (result, held) => {
    const settled = settle(edited(), result)
    expect(settled.document.ops).toMatchObject([{ n: 1, set: { notes: 'un' }, held }])
    expect(settled.document.ops[0]).not.toHaveProperty('rejected')
  })

  test('I22 for want of its document becomes a put of the whole, under a new id', () => {
    const document = edited(aPendingOp(2, { kind: 'delete' }))
    const settled = settle(document, { status: 'need-full' })
    expect(settled.document).toMatchObject({
      server: null,
      base: {},
      ops: [
        {
          n: 1,
          opId: newId,
          kind: 'put',
          baseRev: 0,
          set: aReport({ notes: 'un' }),
          base: {},
          frozen: false,
        },
        { n: 2, kind: 'delete', baseRev: 0 },
      ],
    })
  })
})

describe('I27 an erased document', () => {
  test('takes with it whatever was typed of it', () => {
    const document = edited(aPendingOp(2, { set: { notes: 'encore' } }))
    const { body: _body, ...erased } = told(document, { state: 'erased' })
    const settled = settle(document, {
      status: 'rejected',
      error: { code: 'erased', message: 'Non.' },
      doc: erased,
    })
    expect(settled).toMatchObject({
      forget: true,
      document: { base: {}, ops: [], server: { state: 'erased' } },
    })
  })

  test('leaves nothing where the server has not even a row', () => {
    const settled = settle(edited(), { status: 'rejected', error: { code: 'erased', message: 'Non.' } })
    expect(settled).toMatchObject({ forget: true, document: { base: {}, ops: [], server: null } })
  })
})
