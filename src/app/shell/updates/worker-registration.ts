import { Workbox } from 'workbox-window'
import { updateState } from './update-state.ts'

const hourly = 3_600_000
const soonMs = 10_000

/**
 * Registers the service worker and watches for a newer build: at start, hourly, when the page is shown again, and when
 * a sync answer carries a newer version (P6). The script is never taken from the HTTP cache (P5). A worker that is gone
 * meanwhile is registered again: without one the app doesn't open offline.
 */
export function watchForUpdates(page: Window): UpdateWatch {
  const url = trustedWorkerUrl(page)
  let workbox = register(page, url)
  /** What throws a site's data away takes the worker too, even one that this page has just asked for. */
  const keepRegistered = async () => {
    if (!(await page.navigator.serviceWorker.getRegistration())) workbox = register(page, url)
  }
  const check = () => {
    keepRegistered()
      .then(() => workbox.update())
      .catch(reportOffline)
  }
  page.setTimeout(() => keepRegistered().catch(reportOffline), soonMs)
  page.setInterval(check, hourly)
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'visible') check()
  })
  return { check }
}

function register(page: Window, url: string): Workbox {
  const workbox = new Workbox(url, { scope: '/', updateViaCache: 'none' })
  const isReady = () => updateState.becomesReady(() => workbox.messageSkipWaiting())
  workbox.addEventListener('waiting', isReady)
  workbox.addEventListener('controlling', (event) => {
    if (event.isUpdate || event.isExternal) updateState.becomesStale(() => page.location.reload())
  })
  workbox
    .register()
    .then((registration) => registration && watchInstallation(registration, isReady))
    .catch(reportOffline)
  return workbox
}

/**
 * Navigating here may have begun to install a newer build before the registration was at hand: the library hears only of
 * those that begin after it.
 */
function watchInstallation(registration: ServiceWorkerRegistration, isReady: () => void): void {
  const { active, installing } = registration
  if (!active || !installing) return
  installing.addEventListener('statechange', () => {
    if (installing.state === 'installed') isReady()
  })
}

export interface UpdateWatch {
  /** Looks for a newer build now. */
  check(): void
}

/** Without network there is no newer build to find: the next check will. */
function reportOffline(error: unknown): void {
  updateState.checkFailed(error)
}

/** Under Trusted Types only this policy may name a worker's script, and it names one. */
function trustedWorkerUrl(page: Window): string {
  const factory = 'trustedTypes' in page ? (page.trustedTypes as TrustedTypesFactory) : undefined
  const policy = factory?.createPolicy('espace-coop-worker', { createScriptURL: () => '/sw.js' })
  // Workbox takes a TrustedScriptURL where it is typed as text; the browser needs the object itself.
  return (policy?.createScriptURL('') ?? '/sw.js') as string
}

/** The part of the Trusted Types API that is used here; not in TypeScript's library. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => object }
}
