/* Addresses that the server answers itself: pages of its own, and what the app asks it. */

const folders = ['api', 'auth', 'demo', 'bilan'] as const
const page = 'verifier'
/** What a build is made of, which the worker has. A page of it, that somebody names by mistake, is the server's to refuse. */
const built = 'assets'

/** Of a navigation's path and query. */
export const answeredByServer = [
  new RegExp(`^/(${[...folders, built].join('|')})/`),
  new RegExp(`^/${page}([/?]|$)`),
]

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
 * - Chromium asks the network for a page while it wakes the worker (`ServiceWorkerAutoPreload`), and where the worker
 *   then leaves a page alone that answers with a redirect, such as the sign-in, that page never comes;
 * - a worker that is asked for anything while it stops for a newer one is started again, and keeps its place for minutes
 *   (P6, P7): what the app asks the server most is then an answer that never concerned it.
 */
export function routeToServer(event: RoutableEvent): void {
  const conditions = [
    ...[...folders.map((folder) => `/${folder}/*`), `/${page}`, `/${page}/*`].map((urlPattern) => ({
      urlPattern,
    })),
    { urlPattern: `/${built}/*`, requestMode: 'navigate' },
  ] as const
  const rules = conditions.map((condition) => ({ condition, source: 'network' }) as const)
  // One that takes no such rule asks the worker as before.
  event.waitUntil(event.addRoutes?.(rules).catch(() => undefined) ?? Promise.resolve())
}
