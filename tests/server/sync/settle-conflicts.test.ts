import { expect, test } from 'vitest'
import type { Op } from '../../../src/domain/sync/op.ts'
import { aReport } from '../../builders/a-report.ts'
import { anOpId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { day } from '../../builders/decision-facts.ts'
import { describeEachStore } from '../each-store.ts'
import { aDevice, edit, fromTheStart, pullAll } from './a-device.ts'
import { conflictRows, counter, documentRow, expectedDigest, historyRows } from './look-inside.ts'
import { aScope, aSyncWorld, withdraw } from './sync-world.ts'

describeEachStore('a conflict', (given) => {
  /** A report of which the laptop's note lost against the phone's. */
  async function twoVersions() {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const [phone, laptop] = [aDevice(world, person), aDevice(world, person)]
    const creation = anOp({ scope, set: aReport({ notes: 'base' }) })
    const { id } = creation
    await phone.push(creation)
    await phone.push(edit(scope, id, { set: { notes: 'téléphone' }, base: { notes: 'base' } }))
    const late = edit(scope, id, {
      set: { notes: 'portable' },
      base: { notes: 'base' },
      at: '2026-11-22T08:00:00.000Z',
    })
    expect(await laptop.push(late)).toMatchObject([
      { status: 'conflict', conflict: { lost: { notes: 'portable' } } },
    ])
    const settlement = (fields: Partial<Op> = {}) => edit(scope, id, { resolves: [late.opId], ...fields })
    return { world, scope, person, phone, laptop, id, late, settlement }
  }

  test('I8b is told by a pull to every device of its author, and to nobody else', async () => {
    const { world, scope, phone, id, late } = await twoVersions()
    const [page] = await pullAll(phone)
    expect(page?.conflicts).toEqual([
      {
        scope,
        collection: 'report',
        docId: id,
        seq: 3,
        id: late.opId,
        kind: 'field',
        open: true,
        lost: { notes: 'portable' },
        at: world.now.toISOString(),
      },
    ])
    expect(page?.next[scope]).toEqual({ seq: 3, done: true })
    expect(page?.grants).toMatchObject([{ head: 3 }])
    const hugo = await aScope(world)
    expect(JSON.stringify(await pullAll(aDevice(world, hugo.person)))).not.toContain('portable')
  })

  test('I8 is closed by the op that settles it, and keeps its values; nothing else changes', async () => {
    const { world, scope, phone, id, late, settlement } = await twoVersions()
    const before = await documentRow(world, scope, id)
    const op = settlement()
    expect(await phone.push(op)).toMatchObject([{ status: 'applied', doc: { rev: 2, seq: 2 } }])
    expect(await conflictRows(world, scope)).toMatchObject([
      {
        conflict_id: late.opId,
        status: 'resolved',
        resolved_by: op.opId,
        resolved_at: world.now.toISOString(),
        lost: { notes: 'portable' },
        seq: 4,
      },
    ])
    expect(await documentRow(world, scope, id)).toEqual(before)
    expect(await historyRows(world, scope, id)).toHaveLength(2)
    expect(await counter(world, scope)).toMatchObject({ seq: 4, digest: await expectedDigest(world, scope) })
  })

  test('that is settled is told to the other devices after their cursor, without its values', async () => {
    const { scope, laptop, phone, late, settlement } = await twoVersions()
    await phone.push(settlement())
    const page = await laptop.pull({ scopes: { [scope]: { since: 3, asOf: 3 } } })
    expect(page).toMatchObject({ changes: [], next: { [scope]: { seq: 4, done: true } } })
    expect(page.conflicts).toMatchObject([{ id: late.opId, open: false }])
    expect(JSON.stringify(page)).not.toContain('portable')
    const [first] = await pullAll(laptop)
    expect(first?.conflicts).toMatchObject([{ id: late.opId, open: false, seq: 4 }])
  })

  test('I3 is settled once, however often it is asked for', async () => {
    const { world, scope, phone, laptop, settlement } = await twoVersions()
    const op = settlement()
    await phone.push(op)
    expect(await phone.push(op)).toMatchObject([{ status: 'duplicate', was: 'applied' }])
    expect(await laptop.push(settlement())).toMatchObject([{ status: 'applied' }])
    expect(await conflictRows(world, scope)).toMatchObject([{ resolved_by: op.opId, seq: 4 }])
    expect((await counter(world, scope)).seq).toBe(4)
  })

  test('that is settled is not told again to the device whose op comes again', async () => {
    const { phone, laptop, late, settlement } = await twoVersions()
    expect(await laptop.push(late)).toMatchObject([{ status: 'duplicate', conflict: { id: late.opId } }])
    await phone.push(settlement())
    const [again] = await laptop.push(late)
    expect(again).toMatchObject({ status: 'duplicate', was: 'conflict' })
    expect(again).not.toHaveProperty('conflict')
  })

  test('is settled by the save that takes its values, in the same transaction', async () => {
    const { world, scope, phone, late, settlement } = await twoVersions()
    const op = settlement({ baseRev: 2, set: { notes: 'portable' }, base: { notes: 'téléphone' } })
    expect(await phone.push(op)).toMatchObject([{ status: 'applied', doc: { rev: 3, seq: 4 } }])
    expect(await conflictRows(world, scope)).toMatchObject([
      { conflict_id: late.opId, status: 'resolved', seq: 5 },
    ])
  })

  test('stays open when the op that settles it is refused', async () => {
    const { world, scope, phone, settlement } = await twoVersions()
    const [result] = await phone.push(settlement({ baseRev: 2, set: { minutes: -1 }, base: { minutes: 45 } }))
    expect(result?.status).toBe('rejected')
    expect(await conflictRows(world, scope)).toMatchObject([{ status: 'open', seq: 3 }])
  })

  test('is settled by an op that loses against another one, which leaves its own conflict', async () => {
    const { world, scope, phone, settlement } = await twoVersions()
    const op = settlement({
      set: { notes: 'portable' },
      base: { notes: 'autre' },
      at: '2026-11-22T09:00:00.000Z',
    })
    expect(await phone.push(op)).toMatchObject([{ status: 'conflict' }])
    const rows = await conflictRows(world, scope)
    expect(rows.map(({ status, seq }) => `${status} ${seq}`).toSorted()).toEqual(['open 4', 'resolved 5'])
  })

  test('of another report, or of another scope, is not settled', async () => {
    const { world, scope, phone, late } = await twoVersions()
    const other = anOp({ scope, resolves: [late.opId] })
    const elsewhere = await aScope(world)
    await phone.push(other)
    await aDevice(world, elsewhere.person).push(
      edit(elsewhere.scope, other.id, { resolves: [late.opId, anOpId()] }),
    )
    expect(await conflictRows(world, scope)).toMatchObject([{ status: 'open' }])
  })

  test('I13 is settled after the last contract too, since nothing is written, but not without a grant', async () => {
    const { world, scope, person, phone, settlement } = await twoVersions()
    await given()
      .db.updateTable('contract')
      .set({ ends: day('2026-01-01') })
      .where('scope_id', '=', scope)
      .execute()
    await withdraw(world, scope, person)
    expect(await phone.push(settlement())).toMatchObject([{ error: { code: 'no-access' } }])
    expect(await conflictRows(world, scope)).toMatchObject([{ status: 'open' }])
    await given()
      .db.insertInto('sync_grant')
      .values({ scope_id: scope, user_id: person, can_write: true })
      .execute()
    expect(await phone.push(settlement())).toMatchObject([{ status: 'applied' }])
    expect(await conflictRows(world, scope)).toMatchObject([{ status: 'resolved' }])
  })

  test('I21 that is settled does not bring its deleted report back', async () => {
    const { scope, phone, laptop, id, settlement } = await twoVersions()
    await laptop.push(edit(scope, id, { kind: 'delete', baseRev: 2 }))
    expect(await phone.push(settlement())).toMatchObject([
      { status: 'applied', doc: { state: 'deleted', rev: 3 } },
    ])
    expect((await pullAll(phone)).flatMap(({ conflicts }) => conflicts)).toEqual([])
  })

  test('I27 of an erased report is told to nobody', async () => {
    const { world, scope, phone, id } = await twoVersions()
    await phone.push(edit(scope, id, { kind: 'erase' }))
    expect((await pullAll(phone)).flatMap(({ conflicts }) => conflicts)).toEqual([])
    expect(await conflictRows(world, scope)).toMatchObject([{ status: 'resolved', lost: {} }])
  })

  test('I5 takes its turn among the documents, page after page', async () => {
    const { scope, phone, laptop, late, settlement } = await twoVersions()
    await phone.push(anOp({ scope }), settlement(), anOp({ scope }))
    const pages = await pullAll(laptop, 1)
    const told = pages.map(({ changes, conflicts, next }) => [
      changes.length,
      conflicts?.map(({ id }) => id === late.opId),
      next[scope],
    ])
    expect(told).toEqual([
      [1, [], { seq: 2, done: false }],
      [1, [], { seq: 4, done: false }],
      [0, [true], { seq: 5, done: false }],
      [1, [], { seq: 6, done: true }],
    ])
    expect(await laptop.pull({ scopes: { [scope]: fromTheStart }, limit: 4 })).toMatchObject({ more: false })
  })
})
