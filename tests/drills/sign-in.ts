import { createHash, randomUUID } from 'node:crypto'
import type { PersonId } from '../../src/domain/ids.ts'
import type { Store } from '../../src/server/store/store.ts'
import { openWebSession } from '../../src/server/store/web-sessions.ts'

/** Opens a session as the issuer's answer does; answers the cookie that a browser shows with each request. */
export async function signIn(store: Store, personId: PersonId): Promise<string> {
  const token = randomUUID()
  const now = Date.now()
  await openWebSession(store.db, {
    tokenHash: createHash('sha256').update(token).digest('hex'),
    personId,
    idToken: null,
    at: new Date(now).toISOString(),
    expiresAt: new Date(now + 86_400_000).toISOString(),
  })
  return `coop=${token}`
}
