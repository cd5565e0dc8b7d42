import { afterEach, expect, test, vi } from 'vitest'
import { isWorkerOff } from '../../../src/app/data/worker-order.ts'
import { watchKillSwitch } from '../../../src/app/shell/updates/kill-switch.ts'
import { updateState } from '../../../src/app/shell/updates/update-state.ts'
import { anEpoch } from '../../builders/an-id.ts'

afterEach(() => vi.unstubAllGlobals())

function answering(body: unknown): typeof fetch {
  const headers = { 'content-type': 'application/json' }
  return () => Promise.resolve(new Response(JSON.stringify(body), { headers }))
}

const health = { epoch: anEpoch(), serverTime: '2026-11-24T10:00:00.000Z' }

test('the order is the server’s own word: neither silence nor somebody else’s page is one', async () => {
  expect(await isWorkerOff(answering({ ...health, worker: 'off' }))).toBe(true)
  expect(await isWorkerOff(answering(health))).toBe(false)
  expect(await isWorkerOff(answering({ worker: 'off' }))).toBe(false)
  expect(await isWorkerOff(() => Promise.reject(new TypeError('offline')))).toBe(false)
})

/** A page with a worker of this scope, and what becomes of it. */
function aPage(controlled: boolean) {
  const scope = 'https://coop.test/'
  const kept = new Set([`workbox-precache-v2-${scope}`, 'another application'])
  const removed: string[] = []
  const registration = {
    scope,
    unregister: () => {
      removed.push(scope)
      return Promise.resolve(true)
    },
  }
  const workers = Object.assign(new EventTarget(), {
    controller: controlled ? {} : null,
    getRegistrations: () => Promise.resolve([registration]),
  })
  const caches = {
    keys: () => Promise.resolve([...kept]),
    delete: (name: string) => Promise.resolve(kept.delete(name)),
  }
  const reload = vi.fn<() => void>()
  const page = { navigator: { serviceWorker: workers }, caches, setInterval: () => 0, location: { reload } }
  // As much of a window as the watch looks at.
  return { page: page as unknown as Window, workers, kept, removed, reload }
}

test('P7 at the order the worker and its files go, those of others stay, and the page reloads when it can', async () => {
  const { page, kept, removed, reload } = aPage(true)
  watchKillSwitch(page, () => Promise.resolve(true))
  await vi.waitFor(() => expect(updateState.current().kind).toBe('stale'))
  expect([removed, [...kept]]).toEqual([['https://coop.test/'], ['another application']])
  expect(reload).not.toHaveBeenCalled()
  const phase = updateState.current()
  if (phase.kind === 'stale') phase.reload()
  expect(reload).toHaveBeenCalledOnce()
})

test('where no worker stands between, nobody is asked', () => {
  const isOff = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true))
  watchKillSwitch(aPage(false).page, isOff)
  expect(isOff).not.toHaveBeenCalled()
})

test('a worker that removes itself is told that this page takes care of itself', async () => {
  const { page, workers } = aPage(false)
  watchKillSwitch(page)
  const { port1, port2 } = new MessageChannel()
  const heard = new Promise((resolve) => port1.addEventListener('message', ({ data }) => resolve(data)))
  port1.start()
  workers.dispatchEvent(new MessageEvent('message', { data: { type: 'SOMETHING_ELSE' } }))
  const message = new MessageEvent('message', { data: { type: 'WORKER_REMOVED' } })
  Object.defineProperty(message, 'ports', { value: [port2] })
  workers.dispatchEvent(message)
  expect(await heard).toBe('heard')
  port1.close()
})
