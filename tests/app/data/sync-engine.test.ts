import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startSync, type SyncHandle, type SyncSignal } from '../../../src/app/data/sync-engine.ts'
import { readMeta } from '../../../src/app/data/meta.ts'
import { awa, bruno, newWorldForEachTest, phone, scope, server } from './sync-world.ts'
import { fakePage, virtualTimers, type FakePage, type VirtualTimers } from './virtual-timers.ts'

newWorldForEachTest()

let timers: VirtualTimers
let page: FakePage
let signals: SyncSignal[]
let engine: SyncHandle | undefined

function start(locks?: LockManager): SyncHandle {
  const { db, transport, tools } = phone
  engine = startSync({
    db,
    person: { id: awa },
    transport,
    tools,
    timers,
    page,
    onSignal: (signal) => signals.push(signal),
    ...(locks ? { locks } : {}),
  })
  return engine
}

/** Web Locks as browsers have them, of which one is held by another tab. */
function locksHeldElsewhere(): LockManager {
  // Only `request` with `ifAvailable` is used.
  return { request: (_name: string, _options: object, run: (lock: null) => unknown) => run(null) } as never
}

beforeEach(() => {
  timers = virtualTimers()
  page = fakePage()
  signals = []
})

afterEach(() => engine?.stop())

describe('the engine', () => {
  test('sends what waits when it starts', async () => {
    await phone.files()
    start()
    await timers.pass(0)
    await vi.waitFor(() => expect(signals).toContainEqual({ kind: 'synced' }))
    await timers.pass(1_000)
    await vi.waitFor(() => expect(server.live(scope)).toHaveLength(1))
  })

  test('sends a save by itself a moment later', async () => {
    const handle = start()
    await handle.syncNow()
    await phone.files()
    await timers.pass(1_500)
    await vi.waitFor(() => expect(server.live(scope)).toHaveLength(1))
  })

  test('tells the shell why it stopped, and stays ready', async () => {
    phone.transport.session = null
    const handle = start()
    await handle.syncNow()
    await vi.waitFor(() => expect(signals).toContainEqual({ kind: 'stopped', reason: 'unauthenticated' }))
    phone.transport.session = awa
    await handle.syncNow()
    await vi.waitFor(() => expect(signals).toContainEqual({ kind: 'synced' }))
  })

  test('leaves the work to the tab that is at it', async () => {
    await phone.files()
    const handle = start(locksHeldElsewhere())
    await handle.syncNow()
    expect(phone.transport.log).toEqual([])
    expect(timers.next()).toBeGreaterThan(0)
  })

  test('says a failure of the device’s own storage, and goes on', async () => {
    const handle = start()
    await handle.syncNow()
    phone.transport.way = {
      before: () => Promise.reject(Object.assign(new Error('lost'), { name: 'UnknownError' })),
    }
    await handle.syncNow()
    expect(signals).toContainEqual(expect.objectContaining({ kind: 'failed' }))
    expect(await readMeta(phone.db, 'lastError')).toMatchObject({ name: 'UnknownError' })
    phone.transport.way = {}
    await phone.files()
    await handle.syncNow()
    expect(server.live(scope)).toHaveLength(1)
  })

  test('I16 doesn’t start on another person’s database', () => {
    const { db, transport } = phone
    expect(() => startSync({ db, transport, person: { id: bruno } })).toThrow('another person')
  })

  test('forgets at the start what was made and deleted before anything was sent', async () => {
    const id = await phone.files()
    await phone.deletes(id)
    expect(await phone.row(id)).toBeDefined()
    start()
    await vi.waitFor(async () => expect(await phone.row(id)).toBeUndefined())
  })
})
