import { expect, test } from 'vitest'
import { rejections } from '../../../src/domain/sync/rejection.ts'
import { quarantine } from '../../../src/server/store/sync-quarantine.ts'
import type { ErasedEntry } from '../../../src/server/sync/erased-log.ts'
import { keepRaw } from '../../../src/server/sync/keep-raw.ts'
import { purgeErasedFromQuarantine } from '../../../src/server/sync/purge.ts'
import { replayErased } from '../../../src/server/sync/replay-erased.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aDevice, edit, pullAll } from './a-device.ts'
import {
  conflictRows,
  counter,
  documentRow,
  everyText,
  expectedDigest,
  historyRows,
  quarantineRows,
} from './look-inside.ts'
import { aScope, aSyncWorld, type SyncWorld } from './sync-world.ts'

const secret = 'Marie Dupont'

describeEachStore('an erase', (given) => {
  /** A report with a note, edited on two devices at once so that values were lost too. */
  async function aReportWithAPast(world: SyncWorld) {
    const { scope, person } = await aScope(world)
    const [phone, laptop] = [aDevice(world, person), aDevice(world, person)]
    const creation = anOp({ scope, set: aReport({ notes: secret }) })
    const { id } = creation
    await phone.push(creation, edit(scope, id, { set: { notes: `${secret} 1` }, base: { notes: secret } }))
    const late = edit(scope, id, { set: { notes: `${secret} 2` }, base: { notes: secret } })
    await laptop.push(late)
    await phone.push({ note: `${secret} 3`, about: id.toUpperCase() })
    await keepRaw(world, person, phone.id, { ops: [{ id, set: { notes: `${secret} 4` } }] })
    await keepRaw(world, person, phone.id, { note: 'about another one' })
    return { scope, person, phone, laptop, id, late }
  }

  test('I27 leaves an id, a revision and a state, and no value in any table', async () => {
    const world = aSyncWorld(given())
    const { scope, person, phone, id } = await aReportWithAPast(world)
    expect(await everyText(world)).toContain(secret)

    const [result] = await phone.push(edit(scope, id, { kind: 'erase', baseRev: 0 }))

    expect(result).toMatchObject({ status: 'applied', doc: { id, rev: 4, state: 'erased' } })
    expect(result?.doc).not.toHaveProperty('body')
    expect(await everyText(world)).not.toContain(secret)
    expect(await documentRow(world, scope, id)).toMatchObject({
      rev: 4,
      state: 'erased',
      body: {},
      day: null,
    })
    const history = await historyRows(world, scope, id)
    expect(history.map(({ rev, set_fields, state }) => [rev, set_fields, state])).toEqual([
      [1, {}, 'live'],
      [2, {}, 'live'],
      [3, {}, 'live'],
      [4, {}, 'erased'],
    ])
    expect(await conflictRows(world, scope)).toMatchObject([{ kind: 'field', lost: {} }])
    expect((await quarantineRows(world)).map(({ raw }) => raw)).toEqual([{ note: 'about another one' }])
    const { scope: inLog, ...entry } = world.erasedLog.entries[0] ?? {}
    expect([inLog, entry]).toEqual([
      scope,
      { id, collection: 'report', by: person, at: world.now.toISOString() },
    ])
    expect((await counter(world, scope)).digest).toBe(await expectedDigest(world, scope))
  })

  test('I27 is final for every device, however late its ops come', async () => {
    const world = aSyncWorld(given())
    const { scope, phone, laptop, id, late } = await aReportWithAPast(world)
    await phone.push(edit(scope, id, { kind: 'erase' }))
    const ops = [
      edit(scope, id, { set: { notes: secret }, base: { notes: null } }),
      anOp({ scope, id, set: aReport({ notes: secret }) }),
      edit(scope, id, { kind: 'delete', baseRev: 4 }),
    ]
    const error = { code: 'erased', message: rejections.erased }
    const results = await laptop.push(...ops, late)
    expect(results.slice(0, 3)).toMatchObject(
      ops.map(() => ({ status: 'rejected', error, doc: { state: 'erased' } })),
    )
    expect(results[3]).toMatchObject({ status: 'duplicate', was: 'conflict' })
    expect(results[3]).not.toHaveProperty('conflict')
    expect(await everyText(world)).not.toContain(secret)
    const pulled = (await pullAll(laptop)).flatMap(({ changes }) => changes)
    expect(JSON.stringify(pulled)).not.toContain(secret)
    expect(pulled).toMatchObject([{ id, state: 'erased', rev: 4 }])
  })

  test('I27 empties what came in the same push', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const creation = anOp({ scope, set: aReport({ notes: secret }) })
    const collision = edit(scope, creation.id, { set: { notes: `${secret} 1` }, base: { notes: 'Marie' } })
    const results = await aDevice(world, person).push(
      creation,
      collision,
      edit(scope, creation.id, { kind: 'erase' }),
    )
    expect(JSON.stringify(results)).not.toContain(secret)
    expect(await everyText(world)).not.toContain(secret)
    expect(results.map(({ status }) => status)).toEqual(['applied', 'conflict', 'applied'])
  })

  test('I27 keeps out what a late device can only send raw', async () => {
    const world = aSyncWorld(given())
    const { scope, person, phone, id } = await aReportWithAPast(world)
    await phone.push(edit(scope, id, { kind: 'erase' }))
    const other = { id: aDocumentId(), set: { notes: 'kept' } }
    const late = { id: id.toUpperCase(), set: { notes: secret } }
    await keepRaw(world, person, null, { ops: [late, other] })
    await keepRaw(world, person, null, { ops: [late] })
    await keepRaw(world, person, null, { notes: secret, about: id })
    await phone.push({ notes: secret, about: id })
    expect(await everyText(world)).not.toContain(secret)
    expect((await quarantineRows(world)).map(({ raw }) => raw)).toEqual([
      { note: 'about another one' },
      { ops: [other] },
    ])
  })

  test('I27 reaches what another author of the scope could only send raw, at once or by the next day', async () => {
    const world = aSyncWorld(given())
    const { scope, phone, id } = await aReportWithAPast(world)
    const hugo = await aScope(world)
    const raw = { scope, id, set: { notes: secret } }
    await keepRaw(world, hugo.person, null, raw)
    await phone.push(edit(scope, id, { kind: 'erase' }))
    expect(await everyText(world)).not.toContain(secret)
    // As if it had arrived while the erasure was under way.
    const text = {
      person: hugo.person,
      device: null,
      raw,
      reason: 'raw',
      at: world.now.toISOString(),
    } as const
    await beside(() => quarantine(world.store.db, text))
    await purgeErasedFromQuarantine(world.store, new Date(world.now.getTime() + 86_400_000))
    expect(await everyText(world)).not.toContain(secret)
  })

  test('I27 of an id that never came keeps it out', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const phone = aDevice(world, person)
    const id = aDocumentId()
    expect(await phone.push(anOp({ scope, id, kind: 'erase', set: {} }))).toMatchObject([
      { status: 'applied', doc: { rev: 1, state: 'erased' } },
    ])
    expect(await phone.push(anOp({ scope, id }))).toMatchObject([{ error: { code: 'erased' } }])
  })

  test('I27 holds where the list knows an id and the document is lost', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const report = anOp({ scope })
    const at = world.now.toISOString()
    await world.store.db.insertInto('erased').values({ scope_id: scope, id: report.id, at }).execute()
    expect(await aDevice(world, person).push(report)).toEqual([
      { opId: report.opId, status: 'rejected', error: { code: 'erased', message: rejections.erased } },
    ])
  })

  test('leaves the quarantine of other people alone', async () => {
    const world = aSyncWorld(given())
    const [awa, hugo] = [await aScope(world), await aScope(world)]
    const id = aDocumentId()
    await keepRaw(world, hugo.person, null, { id })
    await aDevice(world, awa.person).push(anOp({ scope: awa.scope, id, kind: 'erase', set: {} }))
    expect(await quarantineRows(world)).toHaveLength(1)
  })

  test('I27 is done again after a restore, from the list outside the backups', async () => {
    const world = aSyncWorld(given())
    const { scope, phone, laptop, id } = await aReportWithAPast(world)
    await phone.push(edit(scope, id, { kind: 'erase' }))
    const second = await aReportWithAPast(world)
    const gone: ErasedEntry = {
      scope: second.scope,
      id: second.id,
      collection: 'report',
      by: second.person,
      at: world.now.toISOString(),
    }
    const unknown = { ...gone, scope: aScopeId() }
    world.erasedLog.entries.push(gone, unknown, { ...gone, id: aDocumentId() })

    expect(await replayErased(world.store, world.erasedLog)).toBe(2)

    expect(await everyText(world)).not.toContain(secret)
    expect(await documentRow(world, second.scope, second.id)).toMatchObject({
      state: 'erased',
      rev: 4,
      body: {},
    })
    expect((await counter(world, second.scope)).digest).toBe(await expectedDigest(world, second.scope))
    const pulled = await second.laptop.pull({ scopes: { [second.scope]: { since: 3, asOf: 3 } } })
    expect(pulled.changes.map(({ state }) => state)).toEqual(['erased', 'erased'])
    expect(await laptop.push(anOp({ scope, id }))).toMatchObject([{ error: { code: 'erased' } }])
    expect(await replayErased(world.store, world.erasedLog)).toBe(0)
  })

  test('I27 keeps out what a device sends again after a restore that lost the report itself', async () => {
    const world = aSyncWorld(given())
    const { scope, person, id } = await aReportWithAPast(world)
    await beside(async () => {
      for (const table of ['doc', 'doc_history', 'doc_conflict', 'sync_op'] as const) {
        await world.store.db.deleteFrom(table).where('scope_id', '=', scope).execute()
      }
    })
    world.erasedLog.entries.push({ scope, id, collection: 'report', by: person, at: world.now.toISOString() })
    await replayErased(world.store, world.erasedLog)
    const results = await aDevice(world, person).push(anOp({ scope, id, set: aReport({ notes: secret }) }))
    expect(results).toMatchObject([{ error: { code: 'erased' }, doc: { state: 'erased' } }])
    expect(await everyText(world)).not.toContain(secret)
  })
})
