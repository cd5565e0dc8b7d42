/*
 * Served as /sw.js while WORKER_OFF is true (sync.md, P7). It takes the place of whatever worker a browser has, at
 * once, removes itself with the files that workers had kept, and asks the pages to load again from the network. It
 * touches neither IndexedDB nor any storage where reports and drafts are.
 */

/** How long a page gets to say that it takes care of itself. A page that a broken worker made answers nothing. */
const answerWithinMs = 3000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(remove()))

async function remove() {
  const pages = await self.clients.matchAll({ type: 'window' })
  await self.registration.unregister()
  const names = await caches.keys()
  await Promise.all(names.filter(isOurs).map((name) => caches.delete(name)))
  await Promise.all(pages.map(askToReload))
}

/** Names of caches end with the scope of the worker that made them: another application of the origin keeps its own. */
function isOurs(name) {
  return name.endsWith(self.registration.scope)
}

/** A page of the application reloads once no form is open; any other is loaded again. */
function askToReload(page) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const timer = setTimeout(() => {
      // Not waited for: a page that is closed meanwhile needs nothing.
      page.navigate(page.url).catch(resolve)
      resolve()
    }, answerWithinMs)
    port1.addEventListener('message', () => {
      clearTimeout(timer)
      resolve()
    })
    port1.start()
    page.postMessage({ type: 'WORKER_REMOVED' }, [port2])
  })
}
