import { expect, test } from 'vitest'
import { keepRaw } from '../../../src/server/sync/keep-raw.ts'
import { openNewEpoch } from '../../../src/server/sync/open-new-epoch.ts'
import { purgeOldOps, purgeQuarantine, purgeTombstones } from '../../../src/server/sync/purge.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, anEpoch } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { describeEachStore } from '../each-store.ts'
import { aDevice, edit, fromTheStart } from './a-device.ts'
import {
  conflictRows,
  counter,
  documentRows,
  expectedDigest,
  historyRows,
  opRows,
  quarantineRows,
} from './look-inside.ts'
import { aScope, aSyncWorld, type SyncWorld } from './sync-world.ts'

const daysLater = (world: SyncWorld, days: number) => new Date(world.now.getTime() + days * 86_400_000)

describeEachStore('the purge of tombstones', (given) => {
  async function deletedAndKept() {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const phone = aDevice(world, person)
    const [deleted, kept] = [anOp({ scope }), anOp({ scope })]
    await phone.push(deleted, kept, edit(scope, deleted.id, { kind: 'delete' }))
    return { world, scope, phone, deleted, kept }
  }

  test('removes those older than 400 days, with the horizon and the digest', async () => {
    const { world, scope, kept, deleted } = await deletedAndKept()
    expect(await purgeTombstones(world.store, daysLater(world, 400))).toBe(0)
    expect(await purgeTombstones(world.store, daysLater(world, 401))).toBe(1)
    expect((await documentRows(world, scope)).map(({ id }) => id)).toEqual([kept.id])
    expect(await historyRows(world, scope, deleted.id)).toEqual([])
    expect(await counter(world, scope)).toMatchObject({
      seq: 3,
      horizon: 3,
      digest: await expectedDigest(world, scope),
    })
    expect(await purgeTombstones(world.store, daysLater(world, 401))).toBe(0)
  })

  test('makes a device that was away rebuild the scope, once', async () => {
    const { world, scope, phone, kept } = await deletedAndKept()
    await purgeTombstones(world.store, daysLater(world, 401))
    const away = await phone.pull({ scopes: { [scope]: { since: 2, asOf: 2 } } })
    expect(away.grants[0]).toMatchObject({ reset: true, horizon: 3, head: 3 })
    expect(away.changes.map(({ id }) => id)).toEqual([kept.id])
    const after = await phone.pull({ scopes: { [scope]: { since: 2, asOf: 3 } } })
    expect(after.grants[0]?.reset).toBe(false)
  })

  test('I19 of what was changed last lets a device that reads it all come to rest', async () => {
    const { world, scope, phone } = await deletedAndKept()
    await purgeTombstones(world.store, daysLater(world, 401))
    const page = await phone.pull({ scopes: { [scope]: fromTheStart } })
    expect(page.next[scope]).toEqual({ seq: 3, done: true })
    const poll = await phone.pull({ scopes: { [scope]: { since: 3, asOf: 3 } } })
    expect(poll.grants[0]?.reset).toBe(false)
    expect(poll.changes).toEqual([])
  })

  test('I7 brings a device to the head where digests are compared, past the conflict of what is deleted', async () => {
    const { world, scope, phone, deleted } = await deletedAndKept()
    const late = edit(scope, deleted.id, { baseRev: 1, set: { minutes: 1 }, base: { minutes: 45 } })
    // Kept, and not told: of what is deleted there is nothing to choose.
    const [{ status, conflict } = {}] = await phone.push(late)
    expect([status, conflict]).toEqual(['conflict', undefined])
    expect(await conflictRows(world, scope)).toMatchObject([{ kind: 'invalid-merge', lost: { minutes: 1 } }])
    const page = await phone.pull({ scopes: { [scope]: fromTheStart } })
    expect(page.next[scope]).toEqual({ seq: page.grants[0]?.head, done: true })
    await purgeTombstones(world.store, daysLater(world, 401))
    const after = await phone.pull({ scopes: { [scope]: fromTheStart } })
    expect(after.next[scope]).toEqual({ seq: after.grants[0]?.head, done: true })
  })

  test('I19 leaves the cursor of a reading that goes on where its page ends', async () => {
    const { world, scope, phone } = await deletedAndKept()
    await phone.push(anOp({ scope }), anOp({ scope }))
    await purgeTombstones(world.store, daysLater(world, 401))
    const page = await phone.pull({ scopes: { [scope]: fromTheStart }, limit: 1 })
    expect(page.next[scope]).toEqual({ seq: 2, done: false })
  })

  test('I10 lets an id come back, from revision 1', async () => {
    const { world, scope, phone, deleted } = await deletedAndKept()
    await purgeTombstones(world.store, daysLater(world, 401))
    const late = edit(scope, deleted.id, { baseRev: 2, set: { minutes: 60 }, base: { minutes: 45 } })
    expect(await phone.push(late)).toMatchObject([{ status: 'need-full' }])
    expect(await phone.push(anOp({ scope, id: deleted.id }))).toMatchObject([
      { status: 'applied', doc: { rev: 1, seq: 4, body: aReport() } },
    ])
    expect((await counter(world, scope)).digest).toBe(await expectedDigest(world, scope))
  })
})

describeEachStore('the purge of what is old', (given) => {
  test('forgets results of ops after 400 days', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    await aDevice(world, person).push(anOp({ scope }), anOp({ scope }))
    expect(await purgeOldOps(world.store, daysLater(world, 400))).toBe(0)
    expect(await purgeOldOps(world.store, daysLater(world, 401))).toBe(2)
    expect(await opRows(world, scope)).toEqual([])
    expect(await documentRows(world, scope)).toHaveLength(2)
  })

  test('forgets what could not be read after 90 days', async () => {
    const world = aSyncWorld(given())
    const { person } = await aScope(world)
    await keepRaw(world, person, null, { any: 'thing' })
    expect(await purgeQuarantine(world.store, daysLater(world, 90))).toBe(0)
    expect(await purgeQuarantine(world.store, daysLater(world, 91))).toBe(1)
    expect(await quarantineRows(world)).toEqual([])
  })
})

describeEachStore('a new epoch', (given) => {
  test('I23 makes devices send again, and takes each op once', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const phone = aDevice(world, person)
    const [survived, lost] = [anOp({ scope }), anOp({ scope })]
    await phone.push(survived)
    const epoch = anEpoch()
    await openNewEpoch(world.store, world.erasedLog, epoch)
    await expect(phone.push(lost)).rejects.toMatchObject({ code: 'epoch', facts: { epoch } })
    await expect(phone.pull()).rejects.toMatchObject({ code: 'epoch', facts: { epoch } })
    phone.epoch = epoch
    const results = await phone.push(survived, lost)
    expect(results.map(({ status }) => status)).toEqual(['duplicate', 'applied'])
    expect((await phone.pull()).epoch).toBe(epoch)
  })

  test('I27 begins by erasing again', async () => {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const report = anOp({ scope })
    await aDevice(world, person).push(report)
    const entry = { scope, id: report.id, collection: 'report', by: person, at: world.now.toISOString() }
    world.erasedLog.entries.push(entry, { ...entry, id: aDocumentId() })
    expect(await openNewEpoch(world.store, world.erasedLog, anEpoch())).toBe(2)
    expect((await documentRows(world, scope)).map(({ state }) => state)).toEqual(['erased', 'erased'])
  })
})
