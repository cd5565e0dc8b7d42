import { expect, onTestFinished, test } from 'vitest'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { buildApp } from '../../../src/server/http/build-app.ts'
import { ConnectionLost } from '../../../src/server/store/sql-error.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aDeviceId } from '../../builders/an-id.ts'
import { testEpoch } from '../databases.ts'
import { describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast } from '../test-cast.ts'
import { aConfiguration, anExternalIssuer } from '../test-configuration.ts'

const signOut = '/api/session/sign-out'

describeEachStore('a forged request', (given) => {
  test.each([
    ['from another origin', { origin: 'https://evil.test' }],
    ['from an origin that is hidden', { origin: 'null' }],
    ['from the same host over https', { origin: 'https://localhost' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('is refused: %s', async (_, headers) => {
    await plantCast(given())
    const app = await anApp(given())
    const session = await signedIn(app, cast.awa.id)
    const answer = await app.inject(mutation(signOut, { headers: { ...session, ...headers } }))
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'forged-request'])
    const after = await app.inject({ url: '/api/session', headers: session })
    expect(after.json()).toMatchObject({ id: cast.awa.id })
  })

  test('is refused without our header, which no form can set', async () => {
    const app = await anApp(given())
    const answer = await app.inject({ method: 'POST', url: signOut })
    expect(answer.json()).toMatchObject({ status: 403, code: 'forged-request' })
  })

  test('is told from ours, with or without what browsers add', async () => {
    const app = await anApp(given())
    const ours = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    expect((await app.inject(mutation(signOut, { headers: ours }))).statusCode).toBe(200)
    expect((await app.inject(mutation(signOut))).statusCode).toBe(200)
  })
})

describeEachStore('too many requests', (given) => {
  const rates = (environment: Record<string, string>) =>
    aConfiguration({ ...anExternalIssuer, ...environment })

  test('of one session are refused until later, and those of another go on', async () => {
    await plantCast(given())
    const app = await anApp(given(), { configuration: rates({ RATE_SESSION_PER_MINUTE: '3' }) })
    const [awa, bruno] = [await signedIn(app, cast.awa.id), await signedIn(app, cast.bruno.id)]
    const ask = (headers: { cookie: string }) => app.inject({ url: '/api/session', headers })
    for (let count = 0; count < 3; count += 1)
      expect((await ask(awa)).json()).toMatchObject({ id: cast.awa.id })
    const refused = await ask(awa)
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([429, 'too-many-requests'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect((await ask(bruno)).json()).toMatchObject({ id: cast.bruno.id })
  })

  test('from one address are refused whatever cookie they invent', async () => {
    const app = await anApp(given(), { configuration: rates({ RATE_ADDRESS_PER_MINUTE: '3' }) })
    const ask = (token: number) => app.inject({ url: '/api/session', headers: { cookie: `coop=${token}` } })
    for (let token = 0; token < 3; token += 1) expect((await ask(token)).statusCode).toBe(200)
    expect((await ask(4)).statusCode).toBe(429)
    expect((await app.inject({ url: '/activites' })).statusCode).toBe(404)
  })

  test('to push from one device are refused until later, and another device goes on', async () => {
    await plantCast(given())
    const app = await anApp(given(), { configuration: rates({ RATE_PUSH_PER_MINUTE: '2' }) })
    const headers = await signedIn(app, cast.awa.id)
    const push = async (deviceId: string) => {
      const sender = { protocol: 1, epoch: testEpoch, deviceId, user: cast.awa.id, schema: 1, app: 'test' }
      const payload = { ...sender, sentAt: '2026-11-23T10:00:00.000Z', queued: 0, ops: [] }
      return (await app.inject(mutation('/api/sync/v1/push', { headers, payload }))).statusCode
    }
    const [phone, laptop] = [aDeviceId(), aDeviceId()]
    expect([await push(phone), await push(phone), await push(phone)]).toEqual([200, 200, 429])
    expect(await push(laptop)).toBe(200)
  })

  test('to sign in are refused sooner', async () => {
    const configuration = aConfiguration({ RATE_SIGN_IN_PER_MINUTE: '2' })
    const app = await anApp(given(), { configuration })
    const ask = async () => (await app.inject({ url: '/auth/sign-in' })).headers.location
    expect(await ask()).toMatch(/\/demo\/issuer\/auth\?/)
    expect(await ask()).toMatch(/\/demo\/issuer\/auth\?/)
    expect(await ask()).toBe('/connexion?erreur=too-many-requests')
  })
})

describeEachStore('a refusal', (given) => {
  test('is a problem document with a stable code and what to do', async () => {
    const app = await anApp(given())
    const answer = await app.inject({ url: '/api/nothing/here', headers: { accept: 'text/html' } })
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.json()).toEqual({
      type: 'urn:espace-coop:not-found',
      title: 'Cette page n’existe pas ou n’existe plus.',
      status: 404,
      code: 'not-found',
      detail: 'Vérifiez l’adresse ou revenez à l’accueil.',
    })
  })

  test('of an address that can’t be read is one too', async () => {
    const app = await anApp(given())
    for (const url of ['/api/%zz', `/api/structures/${'9'.repeat(500)}/activities`]) {
      const answer = await app.inject({ url })
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
    }
  })

  test('comes before the body is read when nobody is signed in', async () => {
    const app = await anApp(given())
    const answer = await app.inject(mutation('/api/sync/v1/push', { payload: '{' }))
    expect(answer.json()).toMatchObject({ status: 401, code: 'unauthenticated' })
  })

  test('names the field that is wrong and never its value', async () => {
    await plantCast(given())
    const app = await anApp(given())
    const headers = await signedIn(app, cast.chantal.id)
    const answer = await app.inject({ url: '/api/structures/Marie-Dupont/activities', headers })
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-request', field: 'id' })
    expect(answer.body).not.toContain('Marie')
  })

  test('of something unforeseen tells nothing of it, in the answer or in the log', async () => {
    const { answer, log } = await brokenBy(given(), new Error('awa@exemple.fr is not unique'))
    expect(answer).toMatchObject({ status: 500, code: 'internal' })
    expect(log).toContain('guards.test.ts')
    expect(JSON.stringify(answer) + log).not.toContain('awa@')
  })

  test('of a database that is gone is passing: 503, and when to come back', async () => {
    const { answer, retryAfter } = await brokenBy(given(), new ConnectionLost(new Error('reset')))
    expect(answer).toMatchObject({ status: 503, code: 'unavailable' })
    expect(Number(retryAfter)).toBeGreaterThan(0)
  })

  test('leaves no address, query or identifier in the log', async () => {
    const lines: string[] = []
    const configuration = aConfiguration({ ...anExternalIssuer, LOG_LEVEL: 'info' })
    const app = await anApp(given(), { configuration, logTo: { write: (line) => lines.push(line) } })
    await app.inject({ url: '/auth/callback?code=secret&state=secret', headers: { cookie: 'coop=secret' } })
    await app.inject({ url: `/api/structures/${cast.awa.id}/activities`, remoteAddress: '192.0.2.7' })
    const log = lines.join('')
    expect(log).toContain('"route":"/auth/callback"')
    expect(log).toContain('"route":"/api/structures/:id/activities"')
    expect(log).not.toMatch(/secret|192\.0\.2\.7|018ce800/)
  })
})

/** What is answered and logged when a route throws something that it shouldn't. */
async function brokenBy(store: Store, error: Error) {
  const lines: string[] = []
  const app = await buildApp({
    store,
    configuration: aConfiguration({ ...anExternalIssuer, LOG_LEVEL: 'error' }),
    clock: aClock(),
    ids: randomIds,
    logTo: { write: (line) => lines.push(line) },
  })
  onTestFinished(() => app.close())
  app.get('/broken', () => Promise.reject(error))
  const answer = await app.inject({ url: '/broken' })
  return { answer: answer.json<unknown>(), retryAfter: answer.headers['retry-after'], log: lines.join('') }
}
