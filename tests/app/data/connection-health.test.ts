import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Dexie } from 'dexie'
import {
  checkConnection,
  openOrTell,
  watchConnection,
  type DatabaseEvent,
} from '../../../src/app/data/connection-health.ts'
import { readMeta } from '../../../src/app/data/meta.ts'
import { openTabChannel } from '../../../src/app/data/tab-channel.ts'
import { newWorldForEachTest, phone, scope } from './sync-world.ts'
import { fakePage, virtualTimers, type FakePage, type VirtualTimers } from './virtual-timers.ts'

newWorldForEachTest()

let events: DatabaseEvent[]
let timers: VirtualTimers
let page: FakePage

beforeEach(() => {
  events = []
  timers = virtualTimers()
  page = fakePage()
})

const note = (event: DatabaseEvent) => void events.push(event)

describe('a connection that the browser cut (P10)', () => {
  test('is opened again when the page is shown', async () => {
    const id = await phone.files()
    const watch = watchConnection(phone.db, note, { page, timers })
    // What WebKit does in the background: the connection is there and answers nothing any more.
    const cut = vi.spyOn(phone.db.meta, 'limit').mockImplementationOnce(() => {
      throw Object.assign(new Error('cut'), { name: 'InvalidStateError' })
    })
    const reopened = vi.spyOn(phone.db, 'open')
    page.fire('visible')
    await vi.waitFor(() => expect(reopened).toHaveBeenCalledTimes(1))
    cut.mockRestore()
    expect(await phone.row(id)).toBeDefined()
    expect(events).toEqual([])
    watch.stop()
  })

  test('that never answers is held to be dead after two seconds', async () => {
    await phone.files()
    // A promise that never settles stands for Dexie's own.
    const hang = { toArray: () => new Promise(() => undefined) } as never
    vi.spyOn(phone.db.meta, 'limit').mockReturnValueOnce(hang)
    const reopened = vi.spyOn(phone.db, 'open')
    const check = checkConnection(phone.db, note, timers)
    await timers.pass(2_000)
    await check
    expect(reopened).toHaveBeenCalledTimes(1)
    expect(events).toEqual([])
    expect(await readMeta(phone.db, 'connectionsReopened')).toBe(1)
  })

  test('that stays dead after being opened again is said', async () => {
    await phone.files()
    const dead = vi.spyOn(phone.db.meta, 'limit').mockImplementation(() => {
      throw new Error('dead')
    })
    await checkConnection(phone.db, note, timers)
    dead.mockRestore()
    expect(events).toEqual([{ kind: 'lost' }])
  })

  test('in good health nothing is done', async () => {
    await phone.files()
    const reopened = vi.spyOn(phone.db, 'open')
    await checkConnection(phone.db, note, timers)
    expect(reopened).not.toHaveBeenCalled()
    expect(events).toEqual([])
  })
})

describe('P13 a browser that throws the database away', () => {
  test('leaves one that can be written in', async () => {
    await phone.files()
    const watch = watchConnection(phone.db, note, { page, timers })
    await Dexie.delete(phone.db.name)
    expect(await phone.row(await phone.files())).toBeDefined()
    expect(events).toEqual([])
    watch.stop()
  })

  test('and refuses a new one at first is asked again, and again', async () => {
    await phone.files()
    const watch = watchConnection(phone.db, note, { page, timers })
    const refuse = Promise.reject(Object.assign(new Error('closing'), { name: 'AbortError' }))
    const opening = vi.spyOn(phone.db, 'open').mockReturnValueOnce(refuse as never)
    phone.db.close({ disableAutoOpen: false })
    for (const ms of [50, 500]) {
      await vi.waitFor(() => expect(timers.next()).toBe(ms))
      await timers.pass(ms)
    }
    await vi.waitFor(() => expect(phone.db.isOpen()).toBe(true))
    expect(opening).toHaveBeenCalledTimes(2)
    expect(events).toEqual([])
    watch.stop()
  })
})

describe('a browser that never answers who opens the database again', () => {
  const neverOpens = () => vi.spyOn(phone.db, 'open').mockReturnValue(new Promise(() => undefined) as never)

  test('is held to have lost it after five seconds, when the page is shown', async () => {
    await phone.files()
    // A promise that never settles stands for Dexie's own.
    vi.spyOn(phone.db.meta, 'limit').mockReturnValueOnce({
      toArray: () => new Promise(() => undefined),
    } as never)
    neverOpens()
    const check = checkConnection(phone.db, note, timers)
    await timers.pass(2_000)
    await vi.waitFor(() => expect(timers.next()).toBe(5_000))
    expect(events).toEqual([])
    await timers.pass(5_000)
    await check
    expect(events).toEqual([{ kind: 'lost' }])
  })

  test('P13 is held to have lost it after five seconds, when it closed the connection', async () => {
    await phone.files()
    const watch = watchConnection(phone.db, note, { page, timers })
    const opening = neverOpens()
    phone.db.close({ disableAutoOpen: false })
    await vi.waitFor(() => expect(timers.next()).toBe(50))
    await timers.pass(50)
    await vi.waitFor(() => expect(timers.next()).toBe(5_000))
    await timers.pass(5_000)
    await vi.waitFor(() => expect(events).toEqual([{ kind: 'lost' }]))
    expect(opening).toHaveBeenCalledTimes(1)
    watch.stop()
  })
})

describe('another tab that upgrades the database (P27)', () => {
  test('I26 drafts are kept before it closes, and the upgrade goes on', async () => {
    await phone.files()
    const kept: number[] = []
    const watch = watchConnection(
      phone.db,
      async (event) => {
        note(event)
        if (event.kind !== 'must-close') return
        const draft = { id: (await phone.queue())[0]?.id ?? (scope as never), scope, kind: 'report' as const }
        await phone.db.draft.put({ ...draft, values: { notes: 'tapé' }, editing: false, updatedAt: 1 })
        kept.push(await phone.db.draft.count())
      },
      { page },
    )
    const newer = new Dexie(phone.db.name)
    newer.version(9).stores({})
    await newer.open()
    expect(kept).toEqual([1])
    await vi.waitFor(() => expect(events).toEqual([{ kind: 'must-close' }, { kind: 'newer-version' }]))
    expect(phone.db.isOpen()).toBe(false)
    newer.close()
    watch.stop()
  })

  test('a sign-out in another tab closes it, and reloads nothing', async () => {
    await phone.files()
    const watch = watchConnection(phone.db, note, { page })
    const other = openTabChannel(phone.db.personId, () => undefined)
    other.post({ kind: 'close-database' })
    await vi.waitFor(() => expect(events).toEqual([{ kind: 'must-close' }]))
    await Dexie.delete(phone.db.name)
    expect(phone.db.hasBeenClosed()).toBe(true)
    other.close()
    watch.stop()
  })

  test('drafts that take too long don’t hold the upgrade', async () => {
    await phone.files()
    const watch = watchConnection(phone.db, () => new Promise(() => undefined), { page, timers })
    const newer = new Dexie(phone.db.name)
    newer.version(9).stores({})
    const upgrade = newer.open()
    await vi.waitFor(() => expect(timers.next()).toBe(1_000))
    await timers.pass(1_000)
    await upgrade
    expect(phone.db.isOpen()).toBe(false)
    newer.close()
    watch.stop()
  })

  test('P28 a database of a newer version is said to be one', async () => {
    vi.spyOn(phone.db, 'open').mockRejectedValueOnce(
      Object.assign(new Error('newer'), { name: 'VersionError' }),
    )
    expect(await openOrTell(phone.db, note)).toBe(false)
    expect(events).toEqual([{ kind: 'newer-version' }])
    expect(await openOrTell(phone.db, note)).toBe(true)
  })
})
