import { describe, expect, test } from 'vitest'
import { collections } from '../../../src/domain/sync/collections.ts'
import {
  opsAfterDelete,
  opsAfterErase,
  opsAfterRestore,
  opsAfterSave,
  opsAfterSettling,
  type SaveContext,
} from '../../../src/domain/sync/save-rules.ts'
import { aDeviceDocument, aPendingOp, withOps } from '../../builders/a-device-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { anOpId } from '../../builders/an-id.ts'

const rejected = { code: 'invalid', message: 'Non.' }

function context(fields: Partial<SaveContext> = {}): SaveContext {
  return { rules: collections.report, at: '2026-11-23T16:00:00.000+01:00', opId: anOpId(), ...fields }
}

describe('a save', () => {
  test('of something new is a put of the whole body', () => {
    const unknown = aDeviceDocument({ server: null, base: {} })
    const saved = context()
    expect(opsAfterSave(unknown, aReport(), saved)).toMatchObject([
      { opId: saved.opId, kind: 'put', baseRev: 0, set: aReport(), frozen: false, at: saved.at },
    ])
  })

  test('of what left the device under an open form is a put that says what its author saw', () => {
    const before = aReport({ minutes: 45, notes: 'avant' })
    const { notes: _notes, ...body } = aReport({ minutes: 60, notes: 'avant' })
    const [op] = opsAfterSave(aDeviceDocument({ server: null, base: {} }), body, { ...context(), before })
    expect(op).toMatchObject({
      kind: 'put',
      set: { minutes: 60, notes: null },
      base: { minutes: 45, notes: 'avant' },
    })
    expect(op?.base['date']).toEqual(before['date'])
    expect(op?.set['date']).toEqual(before['date'])
  })

  test('is a patch of what changed, by whole groups, over the revision that was seen', () => {
    const document = aDeviceDocument()
    const body = aReport({ themes: ['aide_aux_demarches_administratives'], procedureName: 'Carte grise' })
    expect(opsAfterSave(document, body, context())).toMatchObject([
      {
        kind: 'patch',
        baseRev: 4,
        set: {
          themes: ['aide_aux_demarches_administratives'],
          administrativeThemes: null,
          procedureName: 'Carte grise',
        },
        base: { themes: ['navigation_sur_internet'], administrativeThemes: null, procedureName: null },
      },
    ])
  })

  test('joins an op that was never sent, and keeps the first value seen as the base', () => {
    const open = aPendingOp(1, { set: { notes: 'un' }, base: { notes: 'avant' } })
    const document = withOps(aDeviceDocument({ base: aReport({ notes: 'avant' }) }), open)
    const after = opsAfterSave(document, aReport({ notes: 'deux', minutes: 90 }), context())
    expect(after).toMatchObject([
      { n: 1, opId: open.opId, set: { notes: 'deux', minutes: 90 }, base: { notes: 'avant', minutes: 45 } },
    ])
  })

  test('never touches an op that was sent once', () => {
    const sent = aPendingOp(1, { set: { notes: 'un' }, base: { notes: null }, frozen: true })
    const document = withOps(aDeviceDocument(), sent)
    const after = opsAfterSave(document, aReport({ notes: 'deux' }), context())
    expect(after[0]).toBe(document.ops[0])
    expect(after[1]).toMatchObject({ kind: 'patch', set: { notes: 'deux' }, base: { notes: 'un' } })
    expect(after).toHaveLength(2)
  })

  test('never joins a delete', () => {
    const document = withOps(aDeviceDocument(), aPendingOp(1, { kind: 'delete' }))
    const after = opsAfterSave(document, aReport({ notes: 'finalement' }), context())
    expect(after).toMatchObject([{ kind: 'delete' }, { kind: 'patch', set: { notes: 'finalement' } }])
  })

  test('takes in all that was refused, with the first bases and the latest values, under a new id', () => {
    const first = aPendingOp(1, {
      kind: 'put',
      baseRev: 0,
      frozen: true,
      rejected,
      set: aReport({ minutes: 1 }),
      base: { minutes: null, notes: null },
    })
    const second = aPendingOp(2, { frozen: true, rejected, set: { notes: 'deux' }, base: { notes: 'un' } })
    const document = withOps(aDeviceDocument({ server: null, base: {} }), first, second)
    const saved = context()
    const after = opsAfterSave(document, aReport({ minutes: 30, notes: 'deux' }), saved)
    expect(after).toEqual([
      expect.objectContaining({
        opId: saved.opId,
        kind: 'put',
        frozen: false,
        set: aReport({ minutes: 30, notes: 'deux' }),
        base: { minutes: null, notes: null },
      }),
    ])
    expect(after[0]).not.toHaveProperty('rejected')
  })

  test('without a change sends again what was refused, and otherwise nothing', () => {
    const refused = aPendingOp(1, { frozen: true, rejected, set: { minutes: 50 }, base: { minutes: 45 } })
    const document = withOps(aDeviceDocument(), refused)
    expect(opsAfterSave(document, aReport({ minutes: 50 }), context())).toMatchObject([
      { set: { minutes: 50 }, frozen: false },
    ])
    const quiet = aDeviceDocument()
    expect(opsAfterSave(quiet, aReport(), context())).toBe(quiet.ops)
  })

  test('is compared with what the person saw when they began, not with what arrived since', () => {
    const document = aDeviceDocument({ base: aReport({ minutes: 90, notes: 'arrivée' }) })
    const before = aReport({ notes: 'vue' })
    const after = opsAfterSave(document, aReport({ notes: 'tapée' }), context({ before }))
    expect(after).toMatchObject([{ set: { notes: 'tapée' }, base: { notes: 'vue' } }])
    expect(after[0]?.set).not.toHaveProperty('minutes')
  })

  test('of a deleted report revives it, even without a change', () => {
    const deleted = { rev: 5, seq: 40, state: 'deleted', schema: 1, generation: 0 } as const
    const document = aDeviceDocument({ server: deleted })
    expect(opsAfterSave(document, aReport(), context())).toMatchObject([
      { kind: 'patch', set: {}, baseRev: 5 },
    ])
  })

  test('of an erased report is nothing', () => {
    const erased = { rev: 5, seq: 40, state: 'erased', schema: 1, generation: 0 } as const
    expect(opsAfterSave(aDeviceDocument({ server: erased, base: {} }), aReport(), context())).toEqual([])
  })
})

describe('a delete', () => {
  test('follows what is queued, and names the revision that was seen', () => {
    const document = withOps(aDeviceDocument(), aPendingOp(1, { set: { notes: 'un' } }))
    expect(opsAfterDelete(document, context())).toMatchObject([
      { n: 1 },
      { kind: 'delete', baseRev: 4, set: {} },
    ])
  })

  test.each([
    ['never sent', aPendingOp(1, { kind: 'put', set: aReport() })],
    ['refused', aPendingOp(1, { kind: 'put', set: aReport(), frozen: true, rejected })],
  ])('of something new that was %s leaves nothing to send', (_how, op) => {
    const document = withOps(aDeviceDocument({ server: null, base: {} }), op)
    expect(opsAfterDelete(document, context())).toEqual([])
  })

  test.each([
    ['sent without an answer', aPendingOp(1, { kind: 'put', set: aReport(), frozen: true })],
    ['put off', aPendingOp(1, { kind: 'put', set: aReport(), frozen: true, held: 'deferred' })],
  ])('of something new that was %s is sent: the server may have it', (_how, op) => {
    const document = withOps(aDeviceDocument({ server: null, base: {} }), op)
    expect(opsAfterDelete(document, context())).toMatchObject([{ n: 1 }, { kind: 'delete' }])
  })

  test('of what is deleted already is nothing', () => {
    const document = withOps(aDeviceDocument(), aPendingOp(1, { kind: 'delete' }))
    expect(opsAfterDelete(document, context())).toBe(document.ops)
  })

  test('that was never sent is taken back by leaving', () => {
    const document = withOps(aDeviceDocument(), aPendingOp(1, { kind: 'delete' }))
    expect(opsAfterRestore(document, context())).toEqual([])
  })

  test('that was sent is taken back by an edit that revives', () => {
    const document = withOps(aDeviceDocument(), aPendingOp(1, { kind: 'delete', frozen: true }))
    expect(opsAfterRestore(document, context())).toMatchObject([
      { kind: 'delete' },
      { kind: 'patch', set: {} },
    ])
  })

  test('I27 an erasure takes the place of all that is queued, and is asked for once', () => {
    const document = withOps(aDeviceDocument(), aPendingOp(1, { set: { notes: 'Madame X' } }))
    const after = opsAfterErase(document, context())
    expect(after).toMatchObject([{ kind: 'erase', baseRev: 0, set: {}, base: {} }])
    const asked = withOps(document, aPendingOp(2, { kind: 'erase', frozen: true }))
    expect(opsAfterErase(asked, context())).toBe(asked.ops)
  })
})

describe('a settlement of conflicts', () => {
  const [one, two] = [anOpId(), anOpId()]

  test('changes nothing, and says which conflicts are settled', () => {
    const document = aDeviceDocument()
    expect(opsAfterSettling(document, context({ resolves: [one] }))).toMatchObject([
      { kind: 'patch', baseRev: 4, set: {}, base: {}, resolves: [one] },
    ])
    expect(opsAfterSettling(document, context())).toBe(document.ops)
  })

  test('joins an edit or another settlement that was never sent, each conflict once', () => {
    for (const set of [{ notes: 'un' }, {}]) {
      const open = aPendingOp(1, { set, resolves: [one] })
      const after = opsAfterSettling(withOps(aDeviceDocument(), open), context({ resolves: [one, two] }))
      expect(after).toMatchObject([{ n: 1, opId: open.opId, set, at: open.at, resolves: [one, two] }])
    }
  })

  test('never joins what was sent, a delete, or a delete taken back', () => {
    const others = [{ frozen: true, set: { notes: 'un' } }, { set: {} }]
    for (const fields of others) {
      const document = withOps(aDeviceDocument(), aPendingOp(1, fields))
      const after = opsAfterSettling(document, context({ resolves: [one] }))
      expect([after.length, after[0]]).toEqual([2, document.ops[0]])
    }
    const deleted = withOps(aDeviceDocument(), aPendingOp(1, { kind: 'delete' }))
    expect(opsAfterSettling(deleted, context({ resolves: [one] }))).toBe(deleted.ops)
  })

  test('travels with the save that takes what lost, and stays with what follows', () => {
    const document = aDeviceDocument()
    const taken = opsAfterSave(document, aReport({ notes: 'autre' }), context({ resolves: [one] }))
    expect(taken).toMatchObject([{ set: { notes: 'autre' }, resolves: [one] }])
    const open = aPendingOp(1, { set: { notes: 'autre' }, base: { notes: null }, resolves: [one] })
    const later = opsAfterSave(withOps(document, open), aReport({ notes: 'autre', minutes: 90 }), context())
    expect(later).toMatchObject([{ set: { notes: 'autre', minutes: 90 }, resolves: [one] }])
  })

  test('by a save that changes nothing is all that is said', () => {
    expect(opsAfterSave(aDeviceDocument(), aReport(), context({ resolves: [one] }))).toMatchObject([
      { kind: 'patch', set: {}, resolves: [one] },
    ])
  })

  test('of a refused choice goes with its correction', () => {
    const refused = aPendingOp(1, { set: { notes: 'trop' }, frozen: true, rejected, resolves: [one] })
    const after = opsAfterSave(
      withOps(aDeviceDocument(), refused),
      aReport({ notes: 'juste' }),
      context({ resolves: [two] }),
    )
    expect(after).toMatchObject([{ set: { notes: 'juste' }, resolves: [one, two] }])
  })

  test('by a delete goes with it', () => {
    expect(opsAfterDelete(aDeviceDocument(), context({ resolves: [one] }))).toMatchObject([
      { kind: 'delete', resolves: [one] },
    ])
  })

  test('a save that brings a deleted report back is not taken for one', () => {
    const server = { rev: 5, seq: 40, state: 'deleted', schema: 1, generation: 0 } as const
    const document = withOps(aDeviceDocument({ server }), aPendingOp(1, { resolves: [one] }))
    const after = opsAfterSave(document, aReport(), context())
    expect(after).toMatchObject([{ resolves: [one] }, { kind: 'patch', set: {} }])
    expect(after[1]).not.toHaveProperty('resolves')
  })
})
