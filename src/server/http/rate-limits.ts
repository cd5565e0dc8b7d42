import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import { CodedError } from '../../domain/errors.ts'
import type { App } from './app.ts'

const window = '1 minute'

type Limiter = ReturnType<App['createRateLimit']>

/** Files and pages are not counted: they cost little, and a first visit asks for many. */
const countedPaths = /^\/(?:(?:api|auth|demo|bilan)\/|verifier(?:[/?]|$))/

/** Counts are of this process: behind a balancer each process has its own. */
export async function limitRates(app: App): Promise<void> {
  await app.register(rateLimit, { global: false })
  const { rates } = app.configuration
  const byAddress = app.createRateLimit({ max: rates.address, timeWindow: window })
  const bySignIn = app.createRateLimit({ max: rates.signIn, timeWindow: window })
  app.addHook('onRequest', async (request) => {
    if (!countedPaths.test(request.url)) return
    await count(byAddress, request)
    if (request.url.startsWith('/auth/sign-in')) await count(bySignIn, request)
  })
}

/** What one session may ask for in a minute; to be added where the session is known. */
export function limitSessionRate(app: App): void {
  const bySession = app.createRateLimit({
    max: app.configuration.rates.session,
    timeWindow: window,
    keyGenerator: (request) => request.session?.tokenHash ?? request.ip,
  })
  app.addHook('onRequest', async (request) => {
    if (request.session) await count(bySession, request)
  })
}

/** What one token may ask for in a minute, as much as a session; to be added where only tokens are shown. */
export function limitTokenRate(app: App): void {
  const byToken = app.createRateLimit({
    max: app.configuration.rates.session,
    timeWindow: window,
    keyGenerator: (request) => hashOf(request.headers.authorization ?? request.ip),
  })
  app.addHook('onRequest', async (request) => count(byToken, request))
}

/** Codes that one address may try in a minute: far too few to guess one, and enough for a desk with a pile of them. */
const codesInMinute = 60

/** Whether an address may try one more code now. */
export function codeRate(app: App): (request: FastifyRequest) => Promise<boolean> {
  const byCode = app.createRateLimit({ max: codesInMinute, timeWindow: window })
  return async (request) => {
    const outcome = await byCode(request)
    return outcome.isAllowed || !outcome.isExceeded
  }
}

/** The same as a hook, for the route of the API. */
export function limitCodeRate(app: App): (request: FastifyRequest) => Promise<void> {
  const byCode = app.createRateLimit({ max: codesInMinute, timeWindow: window })
  return async (request) => count(byCode, request)
}

/** What one device may push in a minute: a hook for the route whose body names the device. */
export function deviceRateLimit(app: App): preHandlerAsyncHookHandler {
  const byDevice = app.createRateLimit({
    max: app.configuration.rates.push,
    timeWindow: window,
    keyGenerator: (request) => `${request.session?.personId} ${deviceOf(request.body)}`,
  })
  return async (request) => count(byDevice, request)
}

/** A token is not kept in memory beside its count. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

async function count(limiter: Limiter, request: FastifyRequest): Promise<void> {
  const outcome = await limiter(request)
  if (outcome.isAllowed || !outcome.isExceeded) return
  throw new CodedError('too-many-requests', { retryAfter: Math.max(1, outcome.ttlInSeconds) })
}

function deviceOf(body: unknown): string {
  const named = typeof body === 'object' && body !== null && 'deviceId' in body ? body.deviceId : undefined
  return typeof named === 'string' ? named : 'unnamed'
}
