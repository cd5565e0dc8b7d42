import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { deviceIdSchema, personIdSchema } from '../../domain/ids.ts'
import { bindWebSession } from '../store/web-sessions.ts'
import type { App } from './app.ts'

const senderSchema = z.object({ deviceId: deviceIdSchema, user: personIdSchema })

/**
 * A hook that notes which device a session syncs for, the first time that it says so and whenever that changes: once
 * the device is signed out from afar, the session is over too. A request that is wrong is left to its route.
 */
export function bindDevice(app: App) {
  return async ({ session, body, query }: FastifyRequest): Promise<void> => {
    const sender = senderSchema.safeParse(body ?? query).data
    if (!session || !sender || sender.user !== session.personId) return
    if (session.deviceId !== sender.deviceId)
      await bindWebSession(app.store.db, session.tokenHash, sender.deviceId)
  }
}
