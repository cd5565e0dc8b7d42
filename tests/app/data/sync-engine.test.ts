import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startSync, type SyncHandle, type SyncSignal } from '../../../src/app/data/sync-engine.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { readMeta } from '../../../src/app/data/meta.ts'
import { ownScopesHere } from '../../../src/app/data/own-scopes.ts'
import { rememberedPerson } from '../../../src/app/data/session.ts'
import { sessionStore } from '../../../src/app/data/session-store.ts'
import { aScopeId } from '../../builders/an-id.ts'
import { aPerson } from '../../builders/a-person.ts'
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

/** The app is open for a person who has a scope that isn't theirs any more. */
function opensFor(id: PersonId): void {
  localStorage.setItem('espace-coop:person', JSON.stringify(aPerson({ id })))
  sessionStore.change({ person: rememberedPerson() })
}

/** What the app knows to be open to the person; the engine tells it just after a cycle. */
async function scopesAre(expected: object[]): Promise<void> {
  await vi.waitFor(() => {
    const scopes = rememberedPerson()?.scopes
    expect(scopes).toHaveLength(expected.length)
    expect(scopes).toMatchObject(expected)
  })
}

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

  test('I13 a contract that was renewed counts after one sync, and offline from then on', async () => {
    opensFor(awa)
    await start().syncNow()
    const renewed = [
      { starts: calendarDaySchema.parse('2026-01-01'), ends: calendarDaySchema.parse('2026-12-31') },
      { starts: calendarDaySchema.parse('2027-01-01'), ends: null },
    ]
    server.scope(scope).contracts = renewed
    await engine?.syncNow()
    await scopesAre([{ scope, contracts: renewed }])
    expect(sessionStore.current().person?.scopes).toEqual(rememberedPerson()?.scopes)
  })

  test('I14 after one sync one files for the structures where one works, and for no other', async () => {
    opensFor(awa)
    const town = aScopeId()
    server.grant(awa, town)
    await start().syncNow()
    await scopesAre([{ scope }, { scope: town }])
    server.revoke(awa, scope)
    await engine?.syncNow()
    await scopesAre([{ scope: town }])
    server.grant(awa, town, false)
    await engine?.syncNow()
    await scopesAre([])
  })

  test('I18 a server that tells no contracts changes nothing of what the session said', async () => {
    await start().syncNow()
    server.grant(awa, aScopeId())
    server.tellsContracts = false
    await engine?.syncNow()
    expect(await ownScopesHere(phone.db)).toBeUndefined()
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
