import type { FastifyRequest } from 'fastify'
import { CodedError } from '../../domain/errors.ts'
import type { App } from './app.ts'

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a mutation that another site makes a browser send (CSRF): it must carry a header that no form can set, and
 * say that it comes from here where the browser says where it comes from. The session's cookie is SameSite besides.
 */
export function refuseForgedRequests(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (readingMethods.has(request.method)) return
    if (!isOurs(request, app.configuration.publicUrl)) throw new CodedError('forged-request')
  })
}

function isOurs({ headers }: FastifyRequest, publicUrl: string): boolean {
  if (headers['x-espace-coop'] === undefined) return false
  if (headers.origin !== undefined && headers.origin !== publicUrl) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin'
}
