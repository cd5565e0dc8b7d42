import * as z from 'zod/mini'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import {
  apiTokenIdSchema,
  apiTokensSchema,
  latestDayOf,
  madeApiTokenSchema,
  newApiTokenSchema,
} from '../../domain/open-data/api-token.ts'
import { keepToken, revokeToken, tokensOf } from '../store/api-tokens.ts'
import type { App } from './app.ts'
import { requireRemit } from './require-remit.ts'
import { secretOf, tokenHash } from './require-token.ts'

const config = { access: 'manage-api-tokens' } as const
const listRoute = { config, schema: { response: { 200: apiTokensSchema } } }
const makeRoute = { config, schema: { body: newApiTokenSchema, response: { 201: madeApiTokenSchema } } }
const revokeRoute = {
  config,
  schema: { params: z.object({ id: apiTokenIdSchema }), response: { 204: z.null() } },
}

/** Tokens by which other systems read what is published: made, looked at and revoked by whoever reads it for the State. */
export async function stateTokenRoutes(app: App): Promise<void> {
  const { db } = app.store

  app.get('/api/state/tokens', listRoute, async (request) => {
    const remit = await requireRemit(request)
    return { tokens: await tokensOf(db, remit) }
  })

  app.post('/api/state/tokens', makeRoute, async (request, reply) => {
    const remit = await requireRemit(request)
    const asked = request.body
    // A department's account gives away its own department only.
    if (remit.department !== null && asked.department !== remit.department) throw new CodedError('forbidden')
    const now = app.clock()
    const today = frenchDayOf(now)
    if (asked.lastDay < today || asked.lastDay > latestDayOf(today))
      throw new CodedError('invalid-request', { field: 'lastDay' })
    const secret = secretOf(app.ids.newToken())
    const id = apiTokenIdSchema.parse(app.ids.newId())
    const kept = { id, tokenHash: tokenHash(secret), asked, by: remit.person.id, at: now.toISOString() }
    return reply.code(201).send({ secret, token: await keepToken(db, kept) })
  })

  app.delete('/api/state/tokens/:id', revokeRoute, async (request, reply) => {
    const remit = await requireRemit(request)
    const isRevoked = await revokeToken(db, remit, request.params.id, app.clock().toISOString())
    if (!isRevoked) throw new CodedError('not-found')
    return reply.code(204).send(null)
  })
}
