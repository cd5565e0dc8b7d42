import { describe, expect, test } from 'vitest'
import { aScopeId } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'
import { maxPushBytes } from '../../../src/domain/sync/limits.ts'
import { readMeta } from '../../../src/app/data/meta.ts'
import { readSyncStatus } from '../../../src/app/data/sync-status.ts'
import {
  awa,
  bodyOnServer,
  laptop,
  newWorldForEachTest,
  onlyOnce,
  phone,
  pushes,
  scope,
  server,
  sharedReport,
} from './sync-world.ts'

newWorldForEachTest()

describe('one device', () => {
  test('a report filed offline is on the server after a sync, and the queue is empty', async () => {
    const id = await phone.files({ minutes: 30 })
    expect((await phone.report(id))?.mark).toBe('on-device')
    await phone.settles()
    expect(server.live(scope).map(({ body }) => body)).toEqual([aReport({ minutes: 30 })])
    expect(await phone.queue()).toEqual([])
    expect((await phone.report(id))?.mark).toBe('sent')
  })

  test('I3 a report whose first answer was lost is on the server exactly once', async () => {
    const id = await phone.files()
    phone.transport.way = { loseAnswer: (endpoint) => endpoint === 'push' }
    await phone.syncs()
    await phone.syncs()
    expect((await phone.report(id))?.mark).toBe('on-device')
    phone.transport.way = {}
    await phone.settles()
    expect(server.scope(scope).history).toHaveLength(1)
    expect((await phone.report(id))?.mark).toBe('sent')
    expect(server.counts.duplicates).toBeGreaterThan(0)
  })

  test('I3 a push that a proxy delivers twice is applied once', async () => {
    await phone.files()
    phone.transport.way = { duplicate: () => true }
    await phone.settles()
    expect(server.scope(scope).history).toHaveLength(1)
    expect(await phone.queue()).toEqual([])
  })

  test('I2 an op stays in the queue while nothing decided it', async () => {
    await phone.files()
    phone.transport.way = { refuse: () => ({ ok: false, reason: 'wait' }) }
    expect(await phone.syncs()).toEqual({ kind: 'stopped', reason: 'wait' })
    expect(await phone.queue()).toHaveLength(1)
  })

  test('I14 what waits is told by scope, so that each employer is told of its own', async () => {
    const other = aScopeId()
    server.grant(awa, other)
    await phone.files()
    await phone.files()
    await phone.files({}, undefined, other)
    await phone.settles()
    expect(pushes(phone)[0]).toMatchObject({ queued: 3, queuedByScope: { [scope]: 2, [other]: 1 } })
    const pulls = phone.transport.log.filter(({ endpoint }) => endpoint === 'pull')
    expect(pulls.at(-1)?.request).toMatchObject({ queued: 0, queuedByScope: {} })
  })

  test('I11 an edit made while another one travels goes after it, and both are applied in order', async () => {
    await phone.settles()
    const id = await phone.files({ notes: 'un' })
    phone.transport.way = {
      after: async (endpoint) =>
        endpoint === 'push' ? once(() => phone.edits(id, { notes: 'deux' })) : undefined,
    }
    const once = onlyOnce()
    await phone.syncs()
    expect(pushes(phone).at(-1)?.ops).toMatchObject([
      { kind: 'patch', baseRev: 1, set: { notes: 'deux' }, base: { notes: 'un' } },
    ])
    expect(server.scope(scope).history.map(({ setFields }) => setFields['notes'])).toEqual(['un', 'deux'])
    expect(pushes(phone).every(({ ops }) => ops.length === 1)).toBe(true)
  })

  test('a delete queued behind one’s own edit is no conflict: the edit’s revision becomes its own', async () => {
    const id = await sharedReport()
    phone.transport.way = { loseAnswer: (endpoint) => endpoint === 'push' }
    await phone.edits(id, { notes: 'vu' })
    await phone.syncs()
    await phone.deletes(id)
    phone.transport.way = {}
    await phone.settles()
    expect(server.document(scope, id)?.state).toBe('deleted')
    expect(server.counts.conflicts).toBe(0)
  })

  test('I20 edits of one report before a sync are one op, with the values from before the first', async () => {
    const id = await sharedReport({ notes: 'avant' })
    await phone.edits(id, { notes: 'un' })
    await phone.edits(id, { notes: 'deux', minutes: 90 })
    expect(await phone.queue()).toMatchObject([
      { set: { notes: 'deux', minutes: 90 }, base: { notes: 'avant', minutes: 45 } },
    ])
  })

  test('I20 a request carries at most fifty ops and 256 KB', async () => {
    for (let report = 0; report < 70; report += 1) await phone.files({ notes: 'é'.repeat(4000) })
    await phone.settles()
    expect(server.live(scope)).toHaveLength(70)
    for (const request of pushes(phone)) {
      expect(request.ops.length).toBeLessThanOrEqual(50)
      expect(new TextEncoder().encode(JSON.stringify(request)).length).toBeLessThanOrEqual(maxPushBytes)
    }
  })

  test('I17 a clock that is ten years off changes nothing of what arrives', async () => {
    phone.tools.clockMs = -3650 * 86_400_000
    laptop.tools.clockMs = 3650 * 86_400_000
    const id = await phone.files({ notes: 'téléphone' })
    await phone.settles()
    await laptop.settles()
    await laptop.edits(id, { minutes: 90 })
    await laptop.settles()
    await phone.settles()
    expect((await phone.row(id))?.body).toEqual(aReport({ notes: 'téléphone', minutes: 90 }))
    expect((await readSyncStatus(phone.db)).clockOffsetMs).toBe(3650 * 86_400_000)
    expect(await phone.db.sent.count()).toBe(1)
  })

  test('the queue goes on whatever the order of saves: a queue of hundreds is sent in one cycle', async () => {
    await phone.settles()
    for (let report = 0; report < 120; report += 1) await phone.files()
    expect(await phone.syncs()).toEqual({ kind: 'done', more: false })
    expect(server.live(scope)).toHaveLength(120)
  })
})

describe('a report made and deleted', () => {
  test('before anything was sent it leaves nothing to send', async () => {
    const id = await phone.files()
    await phone.deletes(id)
    await phone.settles()
    expect(pushes(phone)).toEqual([])
    expect(await phone.report(id)).toBeUndefined()
  })

  test('before anything was sent it can be had back', async () => {
    const id = await phone.files({ notes: 'pardon' })
    await phone.deletes(id)
    await phone.restores(id)
    await phone.settles()
    expect(bodyOnServer(id)).toEqual(aReport({ notes: 'pardon' }))
  })

  test('before anything was sent it can be filed again under the same id, as an undo of the save does', async () => {
    const id = await phone.files({ notes: 'un' })
    await phone.deletes(id)
    await phone.files({ notes: 'deux' }, id)
    await phone.settles()
    expect(bodyOnServer(id)).toEqual(aReport({ notes: 'deux' }))
  })

  test('after it was sent the delete follows, and an undo before it is sent drops it', async () => {
    const id = await sharedReport()
    await phone.deletes(id)
    expect(await phone.queue()).toMatchObject([{ kind: 'delete', baseRev: 1 }])
    await phone.restores(id)
    expect(await phone.queue()).toEqual([])
    expect((await phone.report(id))?.mark).toBe('sent')
  })

  test('after the delete was sent an undo revives it, whole, on every device', async () => {
    const id = await sharedReport({ notes: 'tout' })
    await phone.deletes(id)
    await phone.settles()
    await laptop.settles()
    expect(await laptop.report(id)).toBeUndefined()
    await phone.restores(id)
    expect((await phone.row(id))?.body).toEqual(aReport({ notes: 'tout' }))
    await phone.settles()
    await laptop.settles()
    expect((await laptop.row(id))?.body).toEqual(aReport({ notes: 'tout' }))
  })

  test('I21 a delete reaches the other device, and stays', async () => {
    const id = await sharedReport()
    await phone.deletes(id)
    await phone.settles()
    await laptop.settles()
    server.purge(scope)
    await laptop.settles()
    await phone.settles()
    expect(await laptop.db.report.count()).toBe(0)
    expect(await phone.db.report.count()).toBe(0)
    expect(await readMeta(laptop.db, 'digestMismatches')).toBeUndefined()
  })
})
