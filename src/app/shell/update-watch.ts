import { reloadOnStaleChunk } from './updates/stale-chunks.ts'
import { rememberError } from '../data/last-errors.ts'
import type { UpdateWatch } from './updates/worker-registration.ts'
import { addresses } from '../addresses.ts'

let watch: UpdateWatch | undefined

/** From the start of the page: the service worker, its newer builds, and chunks that are gone. */
export function beginUpdates(page: Window): void {
  reloadOnStaleChunk(page, () => page.location.pathname.startsWith(addresses.newReport), Date.now)
  if ('serviceWorker' in page.navigator) watchUpdates(page).catch(rememberError)
}

async function watchUpdates(page: Window): Promise<void> {
  const { watchForUpdates } = await import('./updates/worker-registration.ts')
  watch = watchForUpdates(page)
  // A page that came from the network, as at a first visit, has no worker to obey an order, and nothing to read ahead.
  if (!page.navigator.serviceWorker.controller) return
  const [{ watchKillSwitch }, { readPagesAhead }] = await Promise.all([
    import('./updates/kill-switch.ts'),
    import('./updates/read-pages-ahead.ts'),
  ])
  watchKillSwitch(page)
  readPagesAhead(page)
}

/** Looks for a newer build now: the server says that it has one (sync.md P6). */
export function checkForUpdate(): void {
  watch?.check()
}
