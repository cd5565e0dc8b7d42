/* What is answered past the worker: what the server answers itself, pages of its own and what the app asks it, and the files of a build. */

const folders = ['api', 'auth', 'demo', 'bilan'] as const
const page = 'verifier'
/** What a build is made of, which the worker has. A page of it, that somebody names by mistake, is the server's to refuse. */
const built = 'assets'

/** Of a navigation's path and query. */
export const answeredByServer = [
  new RegExp(`^/(${[...folders, built].join('|')})/`),
  new RegExp(`^/${page}([/?]|$)`),
]

/** A rule of the Static Routing API, which TypeScript's library doesn't know. The first that holds is followed. */
interface RouterRule {
  readonly condition: { readonly urlPattern: string; readonly requestMode?: 'navigate' }
  /** A cache that hasn't what is asked for is followed by the network. */
  readonly source: 'network' | { readonly cacheName: string }
}

/** Some browsers' event of an installation has it, and some not. */
interface RoutableEvent extends ExtendableEvent {
  addRoutes?(rules: readonly RouterRule[]): Promise<void>
}

/**
 * Has the browser ask the network, and the files of a build their cache, without waking the worker, where it can be told
 * so. Not for speed alone:
 * - Chromium asks the network for a page while it wakes the worker (`ServiceWorkerAutoPreload`), and where the worker
 *   then leaves a page alone that answers with a redirect, such as the sign-in, that page never comes;
 * - a worker that is asked for anything while it stops for a newer one is started again, and keeps its place until nothing
 *   has been asked of it for long (P6, P7): a page asks for its parts one after the other, and the server all the time.
 *
 * @param cacheName of what a build is made of
 */
export function routePastWorker(event: RoutableEvent, cacheName: string): void {
  const answered = [...folders.map((folder) => `/${folder}/*`), `/${page}`, `/${page}/*`]
  const rules: readonly RouterRule[] = [
    ...answered.map((urlPattern) => ({ condition: { urlPattern }, source: 'network' }) as const),
    { condition: { urlPattern: `/${built}/*`, requestMode: 'navigate' }, source: 'network' },
    { condition: { urlPattern: `/${built}/*` }, source: { cacheName } },
  ]
  // One that takes no such rule asks the worker as before.
  event.waitUntil(event.addRoutes?.(rules).catch(() => undefined) ?? Promise.resolve())
}
