import { createHash } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { onTestFinished } from 'vitest'
import type { PersonId } from '../../src/domain/ids.ts'
import { randomIds } from '../../src/server/clock-and-ids.ts'
import type { App, AppParts } from '../../src/server/http/app.ts'
import { buildApp } from '../../src/server/http/build-app.ts'
import type { Store } from '../../src/server/store/store.ts'
import { signerInMemory } from '../../src/server/seals/signer.ts'
import { openWebSession } from '../../src/server/store/web-sessions.ts'
import { aConfiguration, anExternalIssuer } from './test-configuration.ts'

/** A clock that a test moves. */
export interface TestClock {
  (): Date
  forward(options: { days?: number; minutes?: number }): void
}

export function aClock(start = '2026-11-23T10:00:00.000Z'): TestClock {
  let now = Date.parse(start)
  const clock = () => new Date(now)
  return Object.assign(clock, {
    forward({ days = 0, minutes = 0 }: { days?: number; minutes?: number }) {
      now += days * 86_400_000 + minutes * 60_000
    },
  })
}

/** The whole server over a store, asked by `inject`; closed with the test. */
export async function anApp(store: Store, parts: Partial<AppParts> = {}): Promise<App> {
  const app = await openApp(store, parts)
  onTestFinished(() => app.close())
  return app
}

/** The same, for several tests: who opens it closes it. */
export async function openApp(store: Store, parts: Partial<AppParts> = {}): Promise<App> {
  const app = await buildApp({
    configuration: aConfiguration(anExternalIssuer),
    clock: aClock(),
    ids: randomIds,
    signer: signerInMemory(),
    ...parts,
    store,
  })
  await app.ready()
  return app
}

/** Opens a session as a sign-in does, and answers the cookie that goes with each request. */
export async function signedIn(app: App, person: PersonId): Promise<{ cookie: string }> {
  const token = app.ids.newToken()
  const now = app.clock()
  await openWebSession(app.store.db, {
    tokenHash: createHash('sha256').update(token).digest('hex'),
    personId: person,
    idToken: null,
    at: now.toISOString(),
    expiresAt: new Date(now.getTime() + 30 * 86_400_000).toISOString(),
  })
  const name = app.configuration.publicUrl.startsWith('https:') ? '__Host-coop' : 'coop'
  return { cookie: `${name}=${token}` }
}

/** A mutation as the application sends it. */
export function mutation(url: string, options: InjectOptions = {}): InjectOptions {
  const headers = { 'x-espace-coop': '1', 'content-type': 'application/json', ...options.headers }
  return { method: 'POST', url, ...options, headers }
}
