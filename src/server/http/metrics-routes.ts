import { createHash, timingSafeEqual } from 'node:crypto'
import { CodedError } from '../../domain/errors.ts'
import type { Standing } from '../operations/metrics.ts'
import { readStanding } from '../operations/read-standing.ts'
import type { App } from './app.ts'

/** The database is asked this often at most, however often and by however many it is watched. */
const standingForMs = 30_000

/** Counts every answer; `/metrics` gives the counts to who has METRICS_TOKEN, and isn't there without one. */
export function metricsRoutes(app: App): void {
  app.addHook('onResponse', async (request, { statusCode: status, elapsedTime }) => {
    const { method, routeOptions } = request
    app.metrics.answered({ method, route: routeOptions.url ?? '(none)', status, seconds: elapsedTime / 1000 })
  })
  const standing = standingOf(app)
  app.get('/metrics', { config: { access: 'watch-server' } }, async (request, reply) => {
    const { metricsToken } = app.configuration
    if (metricsToken === undefined) throw new CodedError('not-found')
    if (!isBearer(request.headers.authorization, metricsToken)) {
      reply.header('www-authenticate', 'Bearer')
      throw new CodedError('unauthenticated')
    }
    const text = await app.metrics.text(await standing())
    return reply.header('cache-control', 'no-store').type(app.metrics.contentType).send(text)
  })
}

function standingOf(app: App): () => Promise<Standing> {
  let known: { at: number; standing: Promise<Standing> } | undefined
  return () => {
    const at = app.clock().getTime()
    if (!known || at - known.at >= standingForMs) {
      known = { at, standing: readStanding(app.store, app.clock()) }
      known.standing.catch(() => (known = undefined))
    }
    return known.standing
  }
}

/** Compared by their hashes: how long it takes says nothing of how much is right. */
function isBearer(given: string | undefined, token: string): boolean {
  return timingSafeEqual(hashOf(given ?? ''), hashOf(`Bearer ${token}`))
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
