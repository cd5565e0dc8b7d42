import { isNavigation } from './built-app.ts'
import type { App, PageFallback } from './app.ts'
import { notFound } from './problem.ts'

const serverPaths = /^\/(api|auth|demo)(\/|$)/

/** For development: Vite serves the sources on the same origin, and replaces in the page what changes on the disk. */
export async function serveSources(app: App): Promise<PageFallback> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: app.server } },
  })
  app.addHook('onClose', () => vite.close())
  return (request, reply) => {
    if (serverPaths.test(request.url)) return notFound(request, reply)
    // The body is never read: only pages and sources are asked for here.
    if (request.method !== 'GET' && !isNavigation(request)) return notFound(request, reply)
    reply.hijack()
    vite.middlewares(request.raw, reply.raw)
  }
}
