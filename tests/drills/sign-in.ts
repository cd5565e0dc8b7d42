import { createHash, randomUUID } from 'node:crypto'
import type { PersonId } from '../../src/domain/ids.ts'
import type { Store } from '../../src/server/store/store.ts'
import { openWebSession } from '../../src/server/store/web-sessions.ts'

/** Opens a session as the issuer's answer does; answers the cookie that a browser shows with each request. */
export async function signIn(store: Store, personId: PersonId, at = new Date()): Promise<string> {
  const token = randomUUID()
  await openWebSession(store.db, {
    tokenHash: createHash('sha256').update(token).digest('hex'),
    personId,
    idToken: null,
    at: at.toISOString(),
    expiresAt: new Date(at.getTime() + 86_400_000).toISOString(),
  })
  return `coop=${token}`
}
