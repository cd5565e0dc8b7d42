import { CodedError } from '../../domain/errors.ts'
import { isOfSync, sessionReader } from '../identity/open-session.ts'
import type { App } from './app.ts'
import { compressAnswers } from './compressed-answers.ts'
import { refuseForgedRequests } from './forged-requests.ts'
import { limitSessionRate } from './rate-limits.ts'

/** What holds for every route under /api: nobody without a session, nothing forged, nothing kept by a cache. */
export function guardApi(app: App): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  refuseForgedRequests(app)
  const readSession = sessionReader(app)
  app.addHook('onRequest', async (request, reply) => {
    const { public: isPublic, nobodyToo } = request.routeOptions.config
    if (isPublic) return
    const session = await readSession(request, reply)
    // Over for everything; what syncs is told why, since that is what takes the data off the device (I14).
    if (session === 'revoked' && isOfSync(request)) throw new CodedError('device-revoked')
    request.session = session === 'revoked' ? null : session
    if (!request.session && !nobodyToo) throw new CodedError('unauthenticated')
  })
  limitSessionRate(app)
  compressAnswers(app)
}
