import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'

/** Seconds that each cookie lives in the browser. */
const lifetimes = {
  /** A month: the server's own record says when the session ends. */
  session: 30 * 86_400,
  /** Time enough to sign in at the issuer. */
  'sign-in': 600,
}
export type CookieName = keyof typeof lifetimes

const plainNames: Record<CookieName, string> = { session: 'coop', 'sign-in': 'coop-sign-in' }

export function readCookie(app: App, request: FastifyRequest, name: CookieName): string | undefined {
  return request.cookies[nameOf(app, name)]
}

export function setCookie(app: App, reply: FastifyReply, name: CookieName, value: string): void {
  reply.setCookie(nameOf(app, name), value, { ...attributes(app), maxAge: lifetimes[name] })
}

export function clearCookie(app: App, reply: FastifyReply, name: CookieName): void {
  reply.clearCookie(nameOf(app, name), attributes(app))
}

/** `__Host-` keeps neighbours of the same domain from setting ours; browsers want https for it. */
function nameOf(app: App, name: CookieName): string {
  return isHttps(app) ? `__Host-${plainNames[name]}` : plainNames[name]
}

/** Lax, since the issuer sends people back by a navigation from its own site. */
function attributes(app: App) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(app) } as const
}

function isHttps(app: App): boolean {
  return app.configuration.publicUrl.startsWith('https:')
}
