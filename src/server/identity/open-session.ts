import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DeviceId, PersonId } from '../../domain/ids.ts'
import type { App } from '../http/app.ts'
import { readTogether } from '../store/read-together.ts'
import { findSyncSessions, type Standing } from '../store/sync-standing.ts'
import { retriedRead } from '../store/transaction.ts'
import {
  closeWebSession,
  findWebSessions,
  openWebSession,
  prolongWebSession,
  type WebSession,
} from '../store/web-sessions.ts'
import { clearCookie, readCookie, setCookie } from './cookies.ts'

/** Days without a visit after which a session ends; each day of use begins them again (sync.md 3.7, Auth). */
export const sessionDays = 30

/** How old the last visit on record may be before it is written again: once an hour, and not at every request. */
const refreshAfterMs = 3_600_000

const pullPath = '/api/sync/v1/pull'

/** The session that a request carries. */
export interface OpenSession {
  readonly tokenHash: string
  readonly personId: PersonId
  /** The device that it syncs for, once that is known. */
  readonly deviceId: DeviceId | null
  /** Of its person and of that device, for a pull. */
  readonly standing?: Standing
}

/** Routes that tell a device why its session is over. */
export function isOfSync({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/sync/')
}

/**
 * Reads the session of a request's cookie, prolonged where it is time; null where there is none or it has ended,
 * `revoked` where its device was signed out from afar.
 */
export type ReadSession = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<OpenSession | 'revoked' | null>

export function sessionReader(app: App): ReadSession {
  const together = (find: typeof findWebSessions) =>
    readTogether<string, WebSession>((hashes) =>
      retriedRead(app.store, (db) => find(db, hashes, app.clock().toISOString())),
    )
  const find = { plain: together(findWebSessions), withStanding: together(findSyncSessions) }
  return async (request, reply) => {
    const token = readCookie(app, request, 'session')
    if (token === undefined) return null
    const tokenHash = hashOf(token)
    const sessions = await (needsStanding(request) ? find.withStanding : find.plain)([tokenHash])
    const session = sessions.get(tokenHash)
    return session ? openedSession(app, reply, { session, token, tokenHash }) : null
  }
}

async function openedSession(
  app: App,
  reply: FastifyReply,
  { session: found, token, tokenHash }: { session: WebSession; token: string; tokenHash: string },
): Promise<OpenSession | 'revoked'> {
  const now = app.clock()
  if (found.revoked) return 'revoked'
  if (now.getTime() - Date.parse(found.lastSeenAt) >= refreshAfterMs) {
    await prolongWebSession(app.store.db, tokenHash, { at: now.toISOString(), expiresAt: endOf(now) })
    setCookie(app, reply, 'session', token)
  }
  const { personId, deviceId, standing } = found
  return { tokenHash, personId, deviceId, ...(standing && { standing }) }
}

/** A poll needs to know who asks beyond the session: it is read with it, in one statement. */
function needsStanding({ url }: FastifyRequest): boolean {
  return url === pullPath
}

/** Opens a session in this browser, in the place of the one it had. */
export async function startSession(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  { personId, idToken }: { personId: PersonId; idToken: string | null },
): Promise<void> {
  await endSession(app, request, reply)
  const token = app.ids.newToken()
  const now = app.clock()
  await openWebSession(app.store.db, {
    tokenHash: hashOf(token),
    personId,
    idToken,
    at: now.toISOString(),
    expiresAt: endOf(now),
  })
  setCookie(app, reply, 'session', token)
}

/** Ends the session of this browser; answers the issuer's token that was kept with it. */
export async function endSession(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | null> {
  const token = readCookie(app, request, 'session')
  if (token === undefined) return null
  clearCookie(app, reply, 'session')
  return closeWebSession(app.store.db, hashOf(token))
}

/** Somebody who reads the table can't use what it holds. The token has 256 random bits: no salt is needed. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function endOf(now: Date): string {
  return new Date(now.getTime() + sessionDays * 86_400_000).toISOString()
}
