import { afterEach, expect, test, vi } from 'vitest'
import { watchForUpdates } from '../../../src/app/shell/updates/worker-registration.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A browser's registrations, as much of them as the watch looks at; `gone` is what throws a site's data away. */
function aPage() {
  let standing: ServiceWorkerRegistration | undefined
  const registered = vi.fn<(url: string) => void>()
  const updated = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const workers = Object.assign(new EventTarget(), {
    controller: null,
    getRegistration: () => Promise.resolve(standing),
    register: (url: string) => {
      registered(url)
      const registration = Object.assign(new EventTarget(), {
        active: null,
        installing: null,
        update: updated,
      })
      standing = registration as unknown as ServiceWorkerRegistration
      return Promise.resolve(standing)
    },
  })
  vi.stubGlobal('navigator', { serviceWorker: workers })
  const page = {
    navigator: { serviceWorker: workers },
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    setInterval: () => 0,
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
  }
  // As much of a window as the watch looks at.
  return { page: page as unknown as Window, registered, updated, gone: () => (standing = undefined) }
}

test('a worker that was thrown away with the site’s data just after it was asked for is registered again', async () => {
  vi.useFakeTimers()
  const { page, registered, gone } = aPage()
  watchForUpdates(page)
  await vi.advanceTimersByTimeAsync(0)
  expect(registered).toHaveBeenCalledTimes(1)
  gone()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(registered).toHaveBeenCalledTimes(2)
})

test('one that stands is left alone, and asked for its newer build when the page is shown again', async () => {
  vi.useFakeTimers()
  const { page, registered, updated } = aPage()
  watchForUpdates(page)
  await vi.advanceTimersByTimeAsync(10_000)
  page.document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(0)
  expect([registered.mock.calls.length, updated.mock.calls.length]).toEqual([1, 1])
})
