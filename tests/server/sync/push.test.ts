import { expect, test } from 'vitest'
import { schemaVersion } from '../../../src/domain/sync/limits.ts'
import { rejections } from '../../../src/domain/sync/rejection.ts'
import { pushOps } from '../../../src/server/sync/push-ops.ts'
import { aPlace } from '../../builders/a-place.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aPersonId, aScopeId, anEpoch, anOpId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { day } from '../../builders/decision-facts.ts'
import { describeEachStore } from '../each-store.ts'
import { aDevice, edit, senderOf } from './a-device.ts'
import {
  conflictRows,
  counter,
  deviceRows,
  documentRow,
  documentRows,
  expectedDigest,
  historyRows,
  opRows,
  quarantineRows,
} from './look-inside.ts'
import { aScope, aSyncWorld, grant, withdraw } from './sync-world.ts'

describeEachStore('a push', (given) => {
  async function awaAtWork() {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    return { world, scope, person, phone: aDevice(world, person), laptop: aDevice(world, person) }
  }

  test('creates a report, with its history, its result and its digest', async () => {
    const { world, scope, person, phone } = await awaAtWork()
    const op = anOp({ scope, at: '2026-11-23T15:58:40+01:00' })

    const results = await phone.push(op)

    const { id, opId } = op
    const doc = {
      scope,
      collection: 'report',
      id,
      rev: 1,
      seq: 1,
      state: 'live',
      schema: schemaVersion,
      body: aReport(),
    }
    const at = world.now.toISOString()
    expect(results).toEqual([{ opId, status: 'applied', doc, at }])
    expect(await documentRow(world, scope, id)).toEqual({
      scope_id: scope,
      id,
      collection: 'report',
      rev: 1,
      seq: 1,
      state: 'live',
      day: '2026-11-20',
      schema_v: schemaVersion,
      body: aReport(),
      edited_at: '2026-11-23T14:58:40.000Z',
      edited_by: person,
      updated_at: at,
    })
    expect(await historyRows(world, scope, id)).toEqual([
      {
        scope_id: scope,
        id,
        rev: 1,
        op_id: opId,
        set_fields: aReport(),
        state: 'live',
        by_user: person,
        device_id: phone.id,
        at,
      },
    ])
    expect(await opRows(world, scope)).toEqual([
      {
        scope_id: scope,
        op_id: opId,
        user_id: person,
        device_id: phone.id,
        result: { status: 'applied', at },
        at,
      },
    ])
    const { seq, digest } = await counter(world, scope)
    expect({ seq, digest }).toEqual({ seq: 1, digest: await expectedDigest(world, scope) })
  })

  test('answers the hour and the epoch', async () => {
    const { world, person, phone } = await awaAtWork()
    const request = { ...senderOf(phone), sentAt: world.now.toISOString(), queued: 0, ops: [] }
    expect(await pushOps(world, person, request)).toEqual({
      epoch: world.epoch,
      serverTime: '2026-11-23T15:00:00.000Z',
      results: [],
    })
  })

  test('carries places as it carries reports', async () => {
    const { world, scope, phone } = await awaAtWork()
    const op = anOp({ scope, collection: 'place', set: aPlace() })
    expect(await phone.push(op)).toMatchObject([
      { status: 'applied', doc: { collection: 'place', body: aPlace() } },
    ])
    expect(await documentRow(world, scope, op.id)).toMatchObject({ day: null, collection: 'place' })
  })

  test('I11 decides ops of one report in the order in which they were made', async () => {
    const { world, scope, phone } = await awaAtWork()
    const creation = anOp({ scope })
    const { id } = creation
    const results = await phone.push(
      creation,
      edit(scope, id, { set: { minutes: 60 }, base: { minutes: 45 } }),
      edit(scope, id, { baseRev: 2, set: { minutes: 90 }, base: { minutes: 60 } }),
      edit(scope, id, { baseRev: 3, kind: 'delete' }),
    )
    expect(results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied'])
    expect(results.map(({ doc }) => doc?.rev)).toEqual([4, 4, 4, 4])
    const history = await historyRows(world, scope, id)
    expect(history.map(({ rev, set_fields, state }) => [rev, set_fields, state])).toEqual([
      [1, aReport(), 'live'],
      [2, { minutes: 60 }, 'live'],
      [3, { minutes: 90 }, 'live'],
      [4, {}, 'deleted'],
    ])
    expect((await counter(world, scope)).digest).toBe(await expectedDigest(world, scope))
  })

  test('I12 decides every op by itself: a bad one delays no other', async () => {
    const { world, scope, phone } = await awaAtWork()
    const [good, alsoGood] = [anOp({ scope }), anOp({ scope })]
    const invalid = anOp({ scope, set: aReport({ minutes: -1 }) })
    const malformed = { ...anOp({ scope }), at: 'yesterday' }
    const results = await phone.push(good, invalid, malformed, { hello: 'world' }, alsoGood)
    expect(results.map(({ opId, status, error }) => [opId, status, error?.code])).toEqual([
      [good.opId, 'applied', undefined],
      [invalid.opId, 'rejected', 'invalid'],
      [malformed.opId, 'rejected', 'invalid'],
      [alsoGood.opId, 'applied', undefined],
    ])
    expect(await documentRows(world, scope)).toHaveLength(2)
  })

  test('I12 keeps in quarantine, once, what it cannot even answer', async () => {
    const { world, person, phone } = await awaAtWork()
    const unreadable = { text: 'une note', nul: 'a\0b' }
    await phone.push(unreadable)
    await phone.push(unreadable)
    expect(await quarantineRows(world)).toEqual([
      {
        op_id: null,
        user_id: person,
        device_id: phone.id,
        raw: JSON.stringify(unreadable),
        reason: 'unreadable-op',
        at: world.now.toISOString(),
      },
    ])
  })

  test('answers in the order of the ops, whatever their scopes', async () => {
    const { world, scope, person, phone } = await awaAtWork()
    const other = await aScope(world, { person })
    const ops = [scope, other.scope, scope, other.scope].map((each) => anOp({ scope: each }))
    const results = await phone.push(...ops)
    expect(results.map(({ opId }) => opId)).toEqual(ops.map(({ opId }) => opId))
    expect(results.map(({ doc }) => doc?.seq)).toEqual([1, 1, 2, 2])
  })

  test('I8 keeps the value that lost, and answers it', async () => {
    const { world, scope, phone, laptop } = await awaAtWork()
    const creation = anOp({ scope })
    const { id } = creation
    await phone.push(creation)
    await phone.push(
      edit(scope, id, { set: { minutes: 60 }, base: { minutes: 45 }, at: '2026-11-23T16:00:00Z' }),
    )
    const late = edit(scope, id, { set: { minutes: 90 }, base: { minutes: 45 }, at: '2026-11-23T16:00:00Z' })

    const [result] = await laptop.push(late)

    const conflict = { id: late.opId, kind: 'field', lost: { minutes: 60 } }
    expect(result).toMatchObject({
      status: 'conflict',
      conflict,
      doc: { rev: 3, body: aReport({ minutes: 90 }) },
    })
    expect(await conflictRows(world, scope)).toEqual([
      {
        scope_id: scope,
        conflict_id: late.opId,
        id,
        op_id: late.opId,
        kind: 'field',
        lost: { minutes: 60 },
        status: 'open',
        at: world.now.toISOString(),
        seq: 4,
        resolved_by: null,
        resolved_at: null,
      },
    ])
  })

  test('I9 merges edits of different fields', async () => {
    const { scope, phone, laptop } = await awaAtWork()
    const creation = anOp({ scope })
    const { id } = creation
    await phone.push(creation)
    await phone.push(edit(scope, id, { set: { minutes: 60 }, base: { minutes: 45 } }))
    const [result] = await laptop.push(
      edit(scope, id, { set: { notes: 'À revoir.' }, base: { notes: null } }),
    )
    expect(result).toMatchObject({
      status: 'merged',
      doc: { rev: 3, body: aReport({ minutes: 60, notes: 'À revoir.' }) },
    })
  })

  test('I21 refuses to delete what was edited meanwhile, and an edit revives what was deleted', async () => {
    const { scope, phone, laptop } = await awaAtWork()
    const [first, second] = [anOp({ scope }), anOp({ scope })]
    await phone.push(first, second)
    await phone.push(
      edit(scope, first.id, { set: { minutes: 60 }, base: { minutes: 45 } }),
      edit(scope, second.id, { kind: 'delete' }),
    )
    const results = await laptop.push(
      edit(scope, first.id, { kind: 'delete' }),
      edit(scope, second.id, { set: { minutes: 30 }, base: { minutes: 45 } }),
    )
    expect(results).toMatchObject([
      { status: 'conflict', conflict: { kind: 'delete-vs-edit', lost: {} }, doc: { state: 'live', rev: 2 } },
      { status: 'merged', doc: { state: 'live', rev: 3, body: aReport({ minutes: 30 }) } },
    ])
  })

  test('answers a deleted document without its body', async () => {
    const { scope, phone } = await awaAtWork()
    const creation = anOp({ scope })
    await phone.push(creation)
    const [result] = await phone.push(edit(scope, creation.id, { kind: 'delete' }))
    expect(result?.doc).toEqual({
      scope,
      collection: 'report',
      id: creation.id,
      rev: 2,
      seq: 2,
      state: 'deleted',
      schema: schemaVersion,
    })
  })

  test('asks for the whole report that it lost, and decides the next sending anew', async () => {
    const { world, scope, phone } = await awaAtWork()
    const patch = edit(scope, aDocumentId(), { set: { minutes: 60 } })
    expect(await phone.push(patch)).toEqual([{ opId: patch.opId, status: 'need-full' }])
    expect(await opRows(world, scope)).toEqual([])
    expect(await phone.push({ ...patch, kind: 'put', set: aReport() })).toMatchObject([{ status: 'applied' }])
  })

  test('lets an op of a newer version wait, and forgets that it came', async () => {
    const { world, scope, phone } = await awaAtWork()
    const ops = [
      anOp({ scope, set: aReport({ themes: ['metavers'] }) }),
      { ...anOp({ scope }), kind: 'merge' },
    ]
    const results = await phone.pushWith({ schema: schemaVersion + 1, ops })
    expect(results).toEqual(ops.map(({ opId }) => ({ opId, status: 'deferred' })))
    expect(await opRows(world, scope)).toEqual([])
  })

  test('I4 gives back the numbers that no document took', async () => {
    const { world, scope, phone } = await awaAtWork()
    const op = anOp({ scope })
    await phone.push(op, anOp({ scope, kind: 'delete', set: {} }), anOp({ scope, set: {} }), op)
    expect((await counter(world, scope)).seq).toBe(1)
    await phone.push(anOp({ scope }))
    expect((await documentRows(world, scope)).map(({ seq }) => seq)).toEqual([1, 2])
  })

  test('I2 writes nothing at all when something fails on the way', async () => {
    const { world, scope, phone } = await awaAtWork()
    const kept = anOp({ scope })
    await phone.push(kept)
    const failing = {
      ...world,
      erasedLog: { ...world.erasedLog, append: () => Promise.reject(new Error('disk full')) },
    }
    const push = aDevice(failing, phone.person, phone.id).push(
      anOp({ scope }),
      edit(scope, kept.id, { kind: 'erase' }),
    )
    await expect(push).rejects.toThrow('disk full')
    expect(await documentRows(world, scope)).toMatchObject([{ id: kept.id, state: 'live', rev: 1 }])
    expect(await opRows(world, scope)).toHaveLength(1)
    expect(await counter(world, scope)).toMatchObject({ seq: 1 })
  })

  test('notes when the device was seen and how much waits on it', async () => {
    const { world, person, phone } = await awaAtWork()
    await phone.pushWith({ queued: 12, app: '0.1.0+4f2a' })
    await world.background.settled()
    expect(await deviceRows(world)).toEqual([
      {
        device_id: phone.id,
        user_id: person,
        app_version: '0.1.0+4f2a',
        cursors: null,
        queued: 12,
        queued_by_scope: null,
        last_seen: world.now.toISOString(),
        revoked_at: null,
      },
    ])
  })
})

describeEachStore('a push twice', (given) => {
  async function awaAtWork() {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    return { world, scope, phone: aDevice(world, person), laptop: aDevice(world, person) }
  }

  test('I3 answers a lost answer again, with the document as it now stands', async () => {
    const { world, scope, phone, laptop } = await awaAtWork()
    const creation = anOp({ scope })
    await phone.push(creation)
    await laptop.push(edit(scope, creation.id, { set: { minutes: 60 }, base: { minutes: 45 } }))
    expect(await phone.push(creation)).toMatchObject([
      {
        opId: creation.opId,
        status: 'duplicate',
        was: 'applied',
        doc: { rev: 2, body: aReport({ minutes: 60 }) },
      },
    ])
    expect(await historyRows(world, scope, creation.id)).toHaveLength(2)
  })

  test('I3 answers a refusal and a conflict as the first time', async () => {
    const { scope, phone, laptop } = await awaAtWork()
    const creation = anOp({ scope })
    const refused = anOp({ scope, set: aReport({ minutes: 4 }) })
    const first = edit(scope, creation.id, { set: { minutes: 60 }, base: { minutes: 45 } })
    const second = edit(scope, creation.id, { set: { minutes: 90 }, base: { minutes: 45 } })
    await phone.push(creation, first)
    const [refusal, conflict] = await laptop.push(refused, second)
    expect(await laptop.push(refused, second)).toEqual([
      { opId: refused.opId, status: 'duplicate', was: 'rejected', error: refusal?.error },
      {
        opId: second.opId,
        status: 'duplicate',
        was: 'conflict',
        conflict: conflict?.conflict,
        doc: conflict?.doc,
        at: conflict?.at,
      },
    ])
    expect([refusal?.error?.field, conflict?.conflict?.lost]).toEqual(['minutes', { minutes: 60 }])
  })

  test('I3 decides an op once when one push carries it twice', async () => {
    const { world, scope, phone } = await awaAtWork()
    const op = anOp({ scope })
    const results = await phone.push(op, op)
    expect(results.map(({ status }) => status)).toEqual(['applied', 'duplicate'])
    expect(await historyRows(world, scope, op.id)).toHaveLength(1)
  })

  test('I3 decides an op once when a proxy sends it at the same moment', async () => {
    const { world, scope, phone } = await awaAtWork()
    const ops = [anOp({ scope }), anOp({ scope }), anOp({ scope })]
    const answers = await Promise.all(Array.from({ length: 6 }, () => phone.push(...ops)))
    const statuses = answers.map((results) => new Set(results.map(({ status }) => status)))
    expect(statuses.filter((each) => each.has('applied'))).toEqual([new Set(['applied'])])
    expect(statuses.filter((each) => each.has('duplicate'))).toHaveLength(5)
    expect(await documentRows(world, scope)).toHaveLength(3)
    expect((await counter(world, scope)).digest).toBe(await expectedDigest(world, scope))
  })

  test('I3 takes the same opId in two scopes for two ops', async () => {
    const { world, scope, phone } = await awaAtWork()
    const other = await aScope(world, { person: phone.person })
    const opId = anOpId()
    const results = await phone.push(anOp({ opId, scope }), anOp({ opId, scope: other.scope }))
    expect(results.map(({ status }) => status)).toEqual(['applied', 'applied'])
  })

  test('an id in capitals is the same report', async () => {
    const { world, scope, phone } = await awaAtWork()
    const creation = anOp({ scope })
    await phone.push(creation)
    const again = edit(scope, creation.id, { set: { minutes: 60 }, base: { minutes: 45 } })
    expect(await phone.push({ ...again, id: creation.id.toUpperCase() })).toMatchObject([{ doc: { rev: 2 } }])
    expect(await documentRows(world, scope)).toHaveLength(1)
  })
})

describeEachStore('a push that is not allowed', (given) => {
  async function awaAndHugo() {
    const world = aSyncWorld(given())
    const awa = await aScope(world)
    const hugo = await aScope(world, { structureName: 'Association de Foix' })
    return {
      world,
      awa,
      hugo,
      awasPhone: aDevice(world, awa.person),
      hugosPhone: aDevice(world, hugo.person),
    }
  }
  const noAccess = (opId: string) => ({
    opId,
    status: 'rejected',
    error: { code: 'no-access', message: rejections['no-access'] },
  })

  test('I14 learns nothing of a scope of somebody else, nor whether it exists', async () => {
    const { world, awa, awasPhone, hugosPhone } = await awaAndHugo()
    const report = anOp({ scope: awa.scope })
    await awasPhone.push(report)
    const before = await counter(world, awa.scope)
    const intrusions = [
      report,
      edit(awa.scope, report.id, { set: { minutes: 5 }, base: { minutes: 45 } }),
      edit(awa.scope, report.id, { kind: 'delete' }),
      edit(awa.scope, report.id, { kind: 'erase' }),
      anOp({ scope: aScopeId() }),
    ]
    expect(await hugosPhone.push(...intrusions)).toEqual(intrusions.map(({ opId }) => noAccess(opId)))
    expect(await counter(world, awa.scope)).toEqual(before)
    expect(await historyRows(world, awa.scope, report.id)).toHaveLength(1)
    expect(await opRows(world, awa.scope)).toHaveLength(1)
    expect(world.erasedLog.entries).toEqual([])
  })

  test('I14 another person’s report id is simply a new report in one’s own scope', async () => {
    const { world, awa, hugo, awasPhone, hugosPhone } = await awaAndHugo()
    const report = anOp({ scope: awa.scope, set: aReport({ notes: 'secret' }) })
    await awasPhone.push(report)
    const guess = edit(hugo.scope, report.id, { set: { minutes: 5 } })
    expect(await hugosPhone.push(guess)).toEqual([{ opId: guess.opId, status: 'need-full' }])
    const put = anOp({ scope: hugo.scope, id: report.id })
    expect(await hugosPhone.push(put)).toMatchObject([
      { status: 'applied', doc: { rev: 1, body: aReport() } },
    ])
    expect(await documentRow(world, awa.scope, report.id)).toMatchObject({
      body: aReport({ notes: 'secret' }),
    })
  })

  test('I13 is refused without a write grant, and goes in once it is given back', async () => {
    const { world, awa, awasPhone } = await awaAndHugo()
    const op = anOp({ scope: awa.scope })
    await withdraw(world, awa.scope, awa.person)
    expect(await awasPhone.push(op)).toEqual([noAccess(op.opId)])
    await grant(world, awa.scope, awa.person, false)
    expect(await awasPhone.push(op)).toEqual([noAccess(op.opId)])
    expect(await opRows(world, awa.scope)).toEqual([])
    await withdraw(world, awa.scope, awa.person)
    await grant(world, awa.scope, awa.person)
    expect(await awasPhone.push(op)).toMatchObject([{ status: 'applied' }])
  })

  test('I13 is refused outside the contracts, by the day of the activity', async () => {
    const world = aSyncWorld(given())
    const contracts = [{ starts: day('2026-01-01'), ends: day('2026-06-30') }]
    const { scope, person } = await aScope(world, {
      contracts: [...contracts, { starts: day('2026-10-01'), ends: null }],
    })
    const phone = aDevice(world, person)
    const dates = ['2026-06-30', '2026-07-01', '2026-11-25', '2026-11-26']
    const results = await phone.push(...dates.map((date) => anOp({ scope, set: aReport({ date }) })))
    expect(results.map(({ status, error }) => error?.code ?? status)).toEqual([
      'applied',
      'outside-contract',
      'applied',
      'date-in-future',
    ])
  })

  test('I13 is refused more than 90 days after the last contract, whatever the day', async () => {
    const world = aSyncWorld(given())
    const contracts = [{ starts: day('2026-01-01'), ends: day('2026-06-30') }]
    const { scope, person } = await aScope(world, { contracts })
    const op = anOp({ scope, set: aReport({ date: '2026-06-15' }) })
    expect(await aDevice(world, person).push(op)).toMatchObject([{ error: { code: 'scope-closed' } }])
    world.now = new Date('2026-09-28T12:00:00Z')
    expect(await aDevice(world, person).push(anOp({ ...op, opId: anOpId() }))).toMatchObject([
      { status: 'applied' },
    ])
  })

  test('I16 is refused whole when the queue is another person’s', async () => {
    const { world, awa, hugo, awasPhone } = await awaAndHugo()
    const request = {
      ...senderOf(awasPhone),
      sentAt: world.now.toISOString(),
      queued: 1,
      ops: [anOp({ scope: awa.scope })],
    }
    await expect(pushOps(world, hugo.person, request)).rejects.toMatchObject({ code: 'wrong-user' })
    await expect(pushOps(world, awa.person, { ...request, user: aPersonId() })).rejects.toMatchObject({
      code: 'wrong-user',
    })
    expect(await documentRows(world, awa.scope)).toEqual([])
  })

  test('I16 is refused whole from a device of somebody else', async () => {
    const { world, awa, hugo, awasPhone } = await awaAndHugo()
    await awasPhone.push(anOp({ scope: awa.scope }))
    await world.background.settled()
    const stolen = aDevice(world, hugo.person, awasPhone.id)
    await expect(stolen.push(anOp({ scope: hugo.scope }))).rejects.toMatchObject({ code: 'wrong-user' })
    await expect(stolen.push()).rejects.toMatchObject({ code: 'wrong-user' })
    expect(await documentRows(world, hugo.scope)).toEqual([])
  })

  test('is refused whole from another epoch, or without one, and names the right one', async () => {
    const { world, awa, awasPhone } = await awaAndHugo()
    for (const epoch of [anEpoch(), null]) {
      awasPhone.epoch = epoch
      const refusal = { code: 'epoch', facts: { epoch: world.epoch } }
      await expect(awasPhone.push(anOp({ scope: awa.scope }))).rejects.toMatchObject(refusal)
      await expect(awasPhone.push()).rejects.toMatchObject(refusal)
    }
    expect(await documentRows(world, awa.scope)).toEqual([])
  })

  test('is refused whole by a protocol that is too old, and waits for a server that knows a newer one', async () => {
    const { world, awa, awasPhone } = await awaAndHugo()
    const ops = [anOp({ scope: awa.scope })]
    await expect(awasPhone.pushWith({ protocol: 0, ops })).rejects.toMatchObject({ code: 'client-too-old' })
    await expect(awasPhone.pushWith({ protocol: 2, ops })).rejects.toMatchObject({ code: 'unavailable' })
    await world.store.db.updateTable('sync_meta').set({ min_client: 2 }).execute()
    await expect(awasPhone.push(...ops)).rejects.toMatchObject({ code: 'client-too-old' })
  })
})
