import '../app/data/configure-zod.ts'
import { cacheNames } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { personOfTag } from '../app/data/background-send.ts'
import { sendWaitingReports } from './background-send.ts'
import { answeredByServer, routePastWorker } from './past-worker.ts'

// The library's types for the worker's global are those of a window: this file is the place that knows better.
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

/** Fired by Chromium when the network is back; not in TypeScript's library. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

// Everything that a build is made of is on the device once installed: any page opens with no network.
cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST)

// Any address of the app is the app; what the server answers itself is left alone.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: answeredByServer,
  }),
)

self.addEventListener('install', (event) => routePastWorker(event, cacheNames.precache))

// A new build waits until the person agrees (P1, P4): the page says when.
self.addEventListener('message', (event) => {
  if (isSkipWaiting(event.data)) void self.skipWaiting()
})

// Background Sync, where it exists (P17): never the only way, the page sends too.
self.addEventListener('sync', (event) => {
  // The event's name says its type; the library doesn't know it.
  const sync = event as SyncEvent
  const person = personOfTag(sync.tag)
  if (person) sync.waitUntil(sendWaitingReports(person))
})

function isSkipWaiting(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING'
}
