import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../../src/app/data/database.ts'
import { keepCalendars } from '../../../src/app/data/keep-calendars.ts'
import { lastErrors } from '../../../src/app/data/last-errors.ts'
import { askToSendLater } from '../../../src/app/data/send-later.ts'
import { startSync, type SyncOptions, type SyncSignal } from '../../../src/app/data/sync-engine.ts'
import { useSync } from '../../../src/app/shell/use-sync.ts'
import { aPerson } from '../../builders/a-person.ts'

vi.mock('../../../src/app/data/sync-engine.ts', () => ({ startSync: vi.fn<typeof startSync>() }))
vi.mock('../../../src/app/data/send-later.ts', () => ({ askToSendLater: vi.fn<typeof askToSendLater>() }))
vi.mock('../../../src/app/data/keep-calendars.ts', () => ({ keepCalendars: vi.fn<typeof keepCalendars>() }))
vi.mock('../../../src/app/data/session.ts', () => ({ refreshSession: () => Promise.resolve('offline') }))

let signals: (signal: SyncSignal) => void

beforeEach(async () => {
  vi.mocked(askToSendLater).mockReset().mockResolvedValue(true)
  vi.mocked(keepCalendars).mockReset().mockResolvedValue()
  vi.mocked(startSync).mockImplementation(({ onSignal }: SyncOptions) => {
    signals = onSignal ?? (() => undefined)
    return { nudge: () => undefined, syncNow: () => Promise.resolve(), stop: () => undefined }
  })
  const person = aPerson()
  const db = openDatabase(person.id)
  vi.mocked(startSync).mockClear()
  renderHook(() => useSync(db, person))
  await vi.waitUntil(() => vi.mocked(startSync).mock.calls.length > 0)
})

afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker')
  localStorage.clear()
})

/** Gives this browser a service worker; says when all of the app is on the device. */
function hasServiceWorker(): () => void {
  let install = () => undefined as void
  const ready = new Promise<void>((resolve) => {
    install = resolve
  })
  Object.defineProperty(navigator, 'serviceWorker', { value: { ready }, configurable: true })
  return install
}

test('after a sync what others planned is read, once the app is on the device; not where a sync failed', async () => {
  const install = hasServiceWorker()
  signals({ kind: 'stopped', reason: 'offline' })
  signals({ kind: 'synced' })
  await Promise.resolve()
  expect(keepCalendars).not.toHaveBeenCalled()
  install()
  await vi.waitFor(() => expect(keepCalendars).toHaveBeenCalledTimes(1))
})

test('what breaks while it is read is for the page Diagnostic, and for nobody else', async () => {
  hasServiceWorker()()
  vi.mocked(keepCalendars).mockRejectedValue(new RangeError('full'))
  signals({ kind: 'synced' })
  await vi.waitFor(() => expect(lastErrors()).toMatchObject([{ name: 'RangeError' }]))
})

test.each(['offline', 'wait'] as const)(
  'a send that %s put off is asked of the browser for later',
  (reason) => {
    signals({ kind: 'stopped', reason })
    expect(askToSendLater).toHaveBeenCalledTimes(1)
  },
)

test('what is sent, or waits for the person, isn’t', () => {
  signals({ kind: 'synced' })
  signals({ kind: 'stopped', reason: 'unauthenticated' })
  expect(askToSendLater).not.toHaveBeenCalled()
})

test('a page that is hidden asks, since it may never be shown again', () => {
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  state.mockRestore()
  expect(askToSendLater).toHaveBeenCalledTimes(1)
})
