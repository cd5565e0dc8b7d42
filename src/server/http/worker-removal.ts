import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './app.ts'

/**
 * The way out for people whom a broken service worker would trap (sync.md, P7): where WORKER_OFF says so, browsers
 * that ask for a newer worker, which they do past any worker, get one that removes the one they have and itself.
 */
export async function serveWorkerRemoval(app: App): Promise<void> {
  if (!app.configuration.workerOff) return
  const script = await readFile(join(import.meta.dirname, 'remove-worker.js'), 'utf8')
  app.get('/sw.js', { config: { access: 'read-public-information' } }, (_request, reply) =>
    reply.header('cache-control', 'no-store').type('text/javascript; charset=utf-8').send(script),
  )
}
