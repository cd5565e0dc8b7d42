import { renderHook } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../../src/app/data/database.ts'
import { askToSendLater } from '../../../src/app/data/send-later.ts'
import { startSync, type SyncOptions, type SyncSignal } from '../../../src/app/data/sync-engine.ts'
import { useSync } from '../../../src/app/shell/use-sync.ts'
import { aPerson } from '../../builders/a-person.ts'

vi.mock('../../../src/app/data/sync-engine.ts', () => ({ startSync: vi.fn<typeof startSync>() }))
vi.mock('../../../src/app/data/send-later.ts', () => ({ askToSendLater: vi.fn<typeof askToSendLater>() }))
vi.mock('../../../src/app/data/session.ts', () => ({ refreshSession: () => Promise.resolve('offline') }))

let signals: (signal: SyncSignal) => void

beforeEach(async () => {
  vi.mocked(askToSendLater).mockReset().mockResolvedValue(true)
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
