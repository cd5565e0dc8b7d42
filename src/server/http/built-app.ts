import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { keepAssets } from '../kept-assets.ts'
import type { App, PageFallback } from './app.ts'
import { notFound } from './problem.ts'

/** Files whose address never changes: asked about at each visit, and answered by a 304 (sync.md, P5). */
const revalidated = 'public, max-age=0, must-revalidate'

/** Files whose name holds a hash of their content. */
const immutable = 'public, max-age=31536000, immutable'

/**
 * Serves the built application: hashed assets for a year, with those of earlier builds for tabs that were opened
 * before a deployment (P3); the page itself at every address of the application.
 */
export async function serveBuiltApp(app: App): Promise<PageFallback> {
  const { appFolder } = app.configuration
  if (!existsSync(join(appFolder, 'index.html'))) return notFound
  const keptFolder = await keepAssets(app.configuration, app.clock())
  await app.register(fastifyStatic, {
    root: [join(appFolder, 'assets'), keptFolder],
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: cachedAs(immutable),
  })
  await app.register(fastifyStatic, {
    root: appFolder,
    prefix: '/',
    preCompressed: true,
    cacheControl: false,
    setHeaders: cachedAs(revalidated),
  })
  return (request, reply) => (isNavigation(request) ? reply.sendFile('index.html') : notFound(request, reply))
}

function cachedAs(cacheControl: string) {
  return (reply: FastifyReply): void => {
    void reply.headers({ 'cache-control': cacheControl, vary: 'accept-encoding' })
  }
}

/** Addresses that a program asks for, which a page must never answer in the place of what is missing. */
const programPaths = /^\/(api|auth|demo|assets)(\/|$)/

export function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? ''
  if ((method !== 'GET' && method !== 'HEAD') || programPaths.test(path)) return false
  if (headers['sec-fetch-dest'] !== undefined) return headers['sec-fetch-dest'] === 'document'
  return headers.accept?.includes('text/html') ?? false
}

/** A machine's own names are one place to its owner, but not to cookies: people are sent to the one in use. */
export function sendLoopbackHome(app: App): void {
  const home = new URL(app.configuration.publicUrl)
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
  if (!loopback.test(home.host)) return
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const { host = home.host } = request.headers
    if (!loopback.test(host) || new URL(`${home.protocol}//${host}`).host === home.host) return
    if (!isNavigation(request)) return
    return reply.redirect(`${home.origin}${request.url}`, 302)
  })
}
