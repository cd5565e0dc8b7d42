import { lineOf } from '../../domain/access/access-table.ts'
import { CodedError } from '../../domain/errors.ts'
import { isOfSync, sessionReader } from '../identity/open-session.ts'
import type { App } from './app.ts'
import { compressAnswers } from './compressed-answers.ts'
import { refuseForgedRequests } from './forged-requests.ts'
import { limitSessionRate } from './rate-limits.ts'
import { actionOf, holdToAccessTable } from './require-access.ts'

/**
 * What holds for every route under /api: a line of the table of access, nobody without a session where it asks for one
 * (before the body is read), nothing forged, nothing kept by a cache.
 */
export function guardApi(app: App): void {
  holdToAccessTable(app)
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  refuseForgedRequests(app)
  const readSession = sessionReader(app)
  app.addHook('onRequest', async (request, reply) => {
    const { over } = lineOf(actionOf(request))
    if (over === 'nothing' || over === 'secret') return
    const session = await readSession(request, reply)
    // Over for everything; what syncs is told why, since that is what takes the data off the device (I14).
    if (session === 'revoked' && isOfSync(request)) throw new CodedError('device-revoked')
    request.session = session === 'revoked' ? null : session
    if (!request.session && over !== 'visitor') throw new CodedError('unauthenticated')
  })
  limitSessionRate(app)
  compressAnswers(app)
}
