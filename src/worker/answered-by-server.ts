/* Addresses that the server answers itself: pages of its own, and what the app asks it. */

const folders = ['api', 'auth', 'demo', 'assets', 'bilan'] as const
const page = 'verifier'

/** Of a navigation's path and query. */
export const answeredByServer = [new RegExp(`^/(${folders.join('|')})/`), new RegExp(`^/${page}([/?]|$)`)]

/** A rule of the Static Routing API, which TypeScript's library doesn't know. */
interface RouterRule {
  readonly condition: { readonly urlPattern: string; readonly requestMode?: 'navigate' }
  readonly source: 'network'
}

/** Some browsers' event of an installation has it, and some not. */
interface RoutableEvent extends ExtendableEvent {
  addRoutes?(rules: readonly RouterRule[]): Promise<void>
}

/**
 * Has the browser ask the network for them without waking the worker, where it can be told so. Not for speed alone:
 * Chromium asks the network for a page while it wakes the worker (`ServiceWorkerAutoPreload`), and where the worker then
 * leaves a page alone that answers with a redirect, such as the sign-in, that page never comes. A rule opts out of it.
 */
export function routeToServer(event: RoutableEvent): void {
  const patterns = [...folders.map((folder) => `/${folder}/*`), `/${page}`, `/${page}/*`]
  const rules = patterns.map(
    (urlPattern) => ({ condition: { urlPattern, requestMode: 'navigate' }, source: 'network' }) as const,
  )
  // One that takes no such rule asks the worker as before.
  event.waitUntil(event.addRoutes?.(rules).catch(() => undefined) ?? Promise.resolve())
}
