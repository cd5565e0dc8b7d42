import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import { rememberSignInAttempt, takeSignInAttempt, type SignInAttempt } from '../store/sign-in-attempts.ts'
import { clearCookie, readCookie, setCookie } from './cookies.ts'

/** Minutes in which a person must come back from the issuer. */
const minutes = 10

/** How many attempts one browser can have under way: one in each of three tabs. */
const attemptsAtOnce = 3

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Begins an attempt that only this browser can finish: a cookie holds its state. */
export async function beginAttempt(
  app: App,
  { request, reply, returnTo }: Exchange & { readonly returnTo: string },
): Promise<SignInAttempt> {
  const { ids } = app
  const attempt = { state: ids.newToken(), nonce: ids.newToken(), codeVerifier: ids.newToken(), returnTo }
  const now = app.clock()
  const expiresAt = new Date(now.getTime() + minutes * 60_000).toISOString()
  await rememberSignInAttempt(app.store.db, attempt, { at: now.toISOString(), expiresAt })
  const states = [...statesOf(app, request), attempt.state].slice(-attemptsAtOnce)
  setCookie(app, reply, 'sign-in', states.join('.'))
  return attempt
}

/** The attempt that an answer of the issuer belongs to; undefined where this browser didn't begin it, or too long ago. */
export async function finishAttempt(
  app: App,
  { request, reply, state }: Exchange & { readonly state: string | null },
): Promise<SignInAttempt | undefined> {
  const states = statesOf(app, request)
  if (state === null || !states.includes(state)) return undefined
  const others = states.filter((other) => other !== state)
  if (others.length > 0) setCookie(app, reply, 'sign-in', others.join('.'))
  else clearCookie(app, reply, 'sign-in')
  return takeSignInAttempt(app.store.db, state, app.clock().toISOString())
}

function statesOf(app: App, request: FastifyRequest): string[] {
  return readCookie(app, request, 'sign-in')?.split('.').filter(Boolean) ?? []
}
