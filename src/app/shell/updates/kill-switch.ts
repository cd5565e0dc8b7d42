import { rememberError } from '../../data/last-errors.ts'
import { isWorkerOff } from '../../data/worker-order.ts'
import { updateState } from './update-state.ts'

const hourly = 3_600_000

/**
 * Obeys the server's order to keep no service worker (P7), whichever way it comes: by the worker that removes itself
 * in place of this one, or by the server's health, asked for at start and every hour where a worker stands between. The
 * page loads again from the network once no form is open; what the device holds stays.
 */
export function watchKillSwitch(page: Window, isOff: () => Promise<boolean> = isWorkerOff): void {
  const workers = page.navigator.serviceWorker
  workers.addEventListener('message', (event) => {
    if (!isRemoval(event.data)) return
    // Tells the worker that this page takes care of itself: otherwise it would be loaded again at once.
    event.ports[0]?.postMessage('heard')
    updateState.becomesStale(() => page.location.reload())
  })
  const obey = () => {
    if (workers.controller) removeIfOff(page, isOff).catch(rememberError)
  }
  obey()
  page.setInterval(obey, hourly)
}

async function removeIfOff(page: Window, isOff: () => Promise<boolean>): Promise<void> {
  if (!(await isOff())) return
  const registrations = await page.navigator.serviceWorker.getRegistrations()
  await Promise.all(registrations.map((registration) => registration.unregister()))
  for (const { scope } of registrations) {
    const names = await page.caches.keys()
    await Promise.all(names.filter((name) => name.endsWith(scope)).map((name) => page.caches.delete(name)))
  }
  updateState.becomesStale(() => page.location.reload())
}

function isRemoval(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'WORKER_REMOVED'
}
