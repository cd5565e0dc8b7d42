import { gzipSync } from 'node:zlib'
import type { InjectOptions } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../src/domain/ids.ts'
import { problemSchema } from '../../../src/domain/problem.ts'
import { healthAnswerSchema } from '../../../src/domain/sync/health.ts'
import { maxOpsPerPush } from '../../../src/domain/sync/limits.ts'
import {
  devicesAnswerSchema,
  pullAnswerSchema,
  pushAnswerSchema,
  recentAnswerSchema,
  recentQuery,
  type PushRequest,
} from '../../../src/domain/sync/wire.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDeviceId, aDocumentId, anEpoch, aScopeId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { testEpoch } from '../databases.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { aConfiguration, anExternalIssuer } from '../test-configuration.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'

const awa = cast.awa.id
const hugo = cast.hugo.id

function aSender(user: PersonId) {
  return { protocol: 1, epoch: testEpoch, deviceId: aDeviceId(), user, schema: 1, app: '0.1.0' } as const
}

function aPush(fields: Record<string, unknown> = {}) {
  return {
    ...aSender(awa),
    sentAt: '2026-11-23T10:00:00Z',
    queued: 1,
    ops: [anOp({ scope: scopeOf('awa') })],
    ...fields,
  }
}

function aPull(fields: Record<string, unknown> = {}) {
  return { ...aSender(awa), limit: 500, maxBytes: 1_000_000, scopes: {}, ...fields }
}

const here = (environment = {}) =>
  aConfiguration({ PUBLIC_URL: 'http://localhost:3000', ...anExternalIssuer, ...environment })

/** An app on a store where the cast is planted, with Awa signed in. */
async function awaAtWork(store: Store, parts: Parameters<typeof anApp>[1] = {}) {
  await plantCast(store)
  const app = await anApp(store, { configuration: here(), ...parts })
  const headers = await signedIn(app, awa)
  const asks = (path: string, options: InjectOptions = {}) =>
    app.inject(mutation(`/api/sync/v1/${path}`, { ...options, headers: { ...headers, ...options.headers } }))
  const push = (body: unknown) => asks('push', { payload: JSON.stringify(body) })
  const reads = (path: string, as = headers) =>
    app.inject({ method: 'GET', url: `/api/sync/v1/${path}`, headers: as })
  return { app, headers, asks, push, reads }
}

/** How many rows of what travels there are: nothing may be half written. */
async function rowsWritten(store: Store): Promise<number> {
  const tables = ['doc', 'doc_history', 'doc_conflict', 'sync_op', 'erased'] as const
  const counts = await beside(() =>
    Promise.all(tables.map((table) => store.db.selectFrom(table).select('scope_id').execute())),
  )
  return counts.flat().length
}

type Answer = Awaited<ReturnType<App['inject']>>

function refusalOf(answer: Answer): { status: number; code: string } {
  const { status, code, title, detail } = problemSchema.parse(answer.json())
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect([answer.statusCode, title.length > 0, (detail ?? '').length > 0]).toEqual([status, true, true])
  return { status, code }
}

describeEachStore('the protocol over HTTP', (given) => {
  test('a report goes up, and comes down to another device', async () => {
    const { asks, push } = await awaAtWork(given())
    const op = anOp({ scope: scopeOf('awa') })

    const pushed = await push(aPush({ ops: [op] }))

    expect(pushed.statusCode).toBe(200)
    expect(pushed.headers['content-type']).toMatch(/^application\/json/)
    expect(pushed.headers['cache-control']).toBe('no-store')
    const { epoch, results } = pushAnswerSchema.parse(pushed.json())
    expect([epoch, results]).toMatchObject([testEpoch, [{ opId: op.opId, status: 'applied' }]])
    const pulled = await asks('pull', { payload: JSON.stringify(aPull({ epoch: null })) })
    const page = pullAnswerSchema.parse(pulled.json())
    expect(page.changes).toEqual([results[0]?.doc])
    expect(page.grants.map(({ label }) => label)).toEqual([expect.stringContaining('Saint-Girons')])
  })

  test('a compressed push is a push', async () => {
    const { asks } = await awaAtWork(given())
    const payload = gzipSync(JSON.stringify(aPush()))
    const answer = await asks('push', { payload, headers: { 'content-encoding': 'gzip' } })
    expect(pushAnswerSchema.parse(answer.json()).results).toMatchObject([{ status: 'applied' }])
  })

  test('a new device asks for what is recent, without an epoch', async () => {
    const { push, reads } = await awaAtWork(given())
    const op = anOp({ scope: scopeOf('awa') })
    await push(aPush({ ops: [op] }))
    const query = new URLSearchParams(recentQuery({ ...aSender(awa), epoch: null }))
    const answer = await reads(`recent?${query.toString()}`)
    expect(recentAnswerSchema.parse(answer.json()).documents.map(({ id }) => id)).toEqual([op.id])
  })

  test('health says the epoch and the hour to anybody, and is kept by no cache', async () => {
    const { reads } = await awaAtWork(given())
    const answer = await reads('health', { cookie: '' })
    expect(healthAnswerSchema.parse(answer.json())).toEqual({
      epoch: testEpoch,
      serverTime: '2026-11-23T10:00:00.000Z',
    })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('a person sees their devices, and signs one out from afar', async () => {
    const { app, push, headers, reads } = await awaAtWork(given())
    const request = aPush()
    await push(request)
    await beside(() => noted(app))
    const { devices } = devicesAnswerSchema.parse((await reads('devices')).json())
    expect(devices.map(({ deviceId }) => deviceId)).toEqual([request.deviceId])
    const gone = (id: string, as: Record<string, string>) =>
      app.inject({
        method: 'DELETE',
        url: `/api/sync/v1/devices/${id}`,
        headers: { 'x-espace-coop': '1', ...as },
      })
    expect(refusalOf(await gone(request.deviceId, await signedIn(app, hugo))).code).toBe('not-found')
    expect(refusalOf(await gone('phone', headers)).code).toBe('invalid-request')
    expect((await gone(request.deviceId, headers)).statusCode).toBe(204)
    expect(refusalOf(await push({ ...request, ops: [] }))).toEqual({ status: 403, code: 'device-revoked' })
  })

  test('the last resort takes any JSON, of any version', async () => {
    const { asks } = await awaAtWork(given())
    const answer = await asks('raw', { payload: '{"protocol":0,"deviceId":7,"text":"À rappeler"}' })
    expect([answer.statusCode, answer.json()]).toEqual([202, { kept: true }])
    const rows = await beside(() => given().db.selectFrom('quarantine').selectAll().execute())
    expect(rows).toMatchObject([{ user_id: awa, device_id: null, raw: { text: 'À rappeler' } }])
  })

  test('the last resort takes 1 MB', async () => {
    const { asks } = await awaAtWork(given())
    const answer = await asks('raw', { payload: JSON.stringify('x'.repeat(1024 * 1024)) })
    expect(refusalOf(answer)).toEqual({ status: 413, code: 'too-large' })
  })
})

/** Resolves when a device is noted: it is written after the answer. */
async function noted(app: App): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const row = await app.store.db.selectFrom('device').select('device_id').executeTakeFirst()
    if (row) return
    await new Promise(setImmediate)
  }
  throw new Error('No device was noted')
}

describeEachStore('bad input', (given) => {
  const scope = () => scopeOf('awa')

  describe('of one op is answered for that op alone, with its field', () => {
    test.each<[string, Record<string, unknown>, string, string | undefined]>([
      ['wrong type', { set: aReport({ minutes: 'trente' }) }, 'invalid', 'minutes'],
      ['unknown enum', { set: aReport({ themes: ['metavers'] }) }, 'invalid', 'themes.0'],
      ['future date', { set: aReport({ date: '2026-12-25' }) }, 'date-in-future', 'date'],
      ['negative duration', { set: aReport({ minutes: -30 }) }, 'invalid', 'minutes'],
      ['a day before any contract', { set: aReport({ date: '2019-01-01' }) }, 'outside-contract', 'date'],
      ['too long a note', { set: aReport({ notes: 'x'.repeat(5001) }) }, 'invalid', 'notes'],
      ['a megabyte of notes', { set: aReport({ notes: 'x'.repeat(1024 * 1024) }) }, 'too-large', undefined],
      ['a note with a NUL', { set: aReport({ notes: 'a\0b' }) }, 'invalid', 'set.notes'],
      ['half of a character', { set: aReport({ notes: '\ud83d' }) }, 'invalid', 'set.notes'],
      ['fields that are no object', { set: 'everything' }, 'invalid', 'set'],
      ['an unknown kind of op', { kind: 'destroy' }, 'invalid', 'kind'],
      ['an unknown collection', { collection: 'secrets' }, 'unknown-schema', undefined],
      ['a scope that is no id', { scope: "'; drop table doc; --" }, 'invalid', 'scope'],
      ['a forged scope', { scope: aScopeId() }, 'no-access', undefined],
    ])('%s', async (_name, wrong, code, field) => {
      const { push } = await awaAtWork(given())
      const [bad, good] = [{ ...anOp({ scope: scope() }), ...wrong }, anOp({ scope: scope() })]
      const { results } = pushAnswerSchema.parse((await push(aPush({ ops: [bad, good] }))).json())
      expect(results).toMatchObject([
        { opId: bad.opId, status: 'rejected', error: { code, ...(field ? { field } : {}) } },
        { opId: good.opId, status: 'applied' },
      ])
      const documents = await beside(() => given().db.selectFrom('doc').select('id').execute())
      expect(documents.map(({ id }) => id)).toEqual([good.id])
    })
  })

  describe('of a whole request is refused with a code, and writes nothing', () => {
    const refusals: [string, () => InjectOptions, number, string][] = [
      ['a body that is not JSON', () => ({ payload: 'ops=1' }), 400, 'invalid-json'],
      ['half a body', () => ({ payload: JSON.stringify(aPush()).slice(0, -20) }), 400, 'invalid-json'],
      ['a captive portal’s HTML', () => ({ payload: '<html>Bienvenue</html>' }), 400, 'invalid-json'],
      [
        'HTML that says what it is',
        () => ({ payload: '<html></html>', headers: { 'content-type': 'text/html' } }),
        415,
        'unsupported-encoding',
      ],
      ['invalid UTF-8', () => ({ payload: invalidUtf8() }), 400, 'invalid-json'],
      ['nothing', () => ({ payload: '' }), 400, 'invalid-request'],
      ['a list', () => ({ payload: '[]' }), 400, 'invalid-request'],
      [
        'an envelope without a device',
        () => json({ ...aPush(), deviceId: undefined }),
        400,
        'invalid-request',
      ],
      [
        '10 MB of notes',
        () => json(aPush({ ops: [anOp({ set: aReport({ notes: 'x'.repeat(10 * 1024 * 1024) }) })] })),
        413,
        'too-large',
      ],
      [
        'a million ops',
        () => json(aPush({ ops: Array.from({ length: 1_000_000 }, () => 1) })),
        413,
        'too-large',
      ],
      [
        'one op too many',
        () => json(aPush({ ops: Array.from({ length: maxOpsPerPush + 1 }, () => anOp()) })),
        413,
        'too-large',
      ],
      ['a bomb of zeros', () => gzipped('0'.repeat(20_000_000)), 413, 'too-large'],
      [
        'a compression that is none',
        () => ({ payload: '{}', headers: { 'content-encoding': 'gzip' } }),
        400,
        'invalid-json',
      ],
      ['a protocol of long ago', () => json({ protocol: 0, messages: [] }), 426, 'client-too-old'],
      ['a protocol of tomorrow', () => json(aPush({ protocol: 2 })), 503, 'unavailable'],
      ['another epoch', () => json(aPush({ epoch: anEpoch() })), 409, 'epoch'],
      ['another person’s queue', () => json(aPush({ user: hugo })), 403, 'wrong-user'],
      [
        'a request forged by another site',
        () => ({ ...json(aPush()), headers: { origin: 'https://evil.test' } }),
        403,
        'forged-request',
      ],
    ]
    test.each(refusals)('%s', async (_name, options, status, code) => {
      const { asks } = await awaAtWork(given())
      const answer = await asks('push', options())
      expect(refusalOf(answer)).toEqual({ status, code })
      expect(await rowsWritten(given())).toBe(0)
    })
  })

  test('another epoch is told the right one', async () => {
    const { push } = await awaAtWork(given())
    expect(problemSchema.parse((await push(aPush({ epoch: anEpoch() }))).json()).epoch).toBe(testEpoch)
  })

  test('too many pushes of one device are told when to come back', async () => {
    const { push } = await awaAtWork(given(), {
      configuration: here({ RATE_PUSH_PER_MINUTE: '2' }),
    })
    const request = aPush()
    await push(request)
    await push(request)
    const answer = await push(request)
    expect(refusalOf(answer)).toEqual({ status: 429, code: 'too-many-requests' })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect((await push(aPush())).statusCode).toBe(200)
  })

  test('I16 an expired session parks the queue, which goes out after the next sign-in', async () => {
    const clock = aClock()
    const { app, push, asks } = await awaAtWork(given(), { clock })
    const request = aPush()
    clock.forward({ days: 31 })
    expect(refusalOf(await push(request))).toEqual({ status: 401, code: 'unauthenticated' })
    expect(refusalOf(await asks('pull', json(aPull())))).toEqual({ status: 401, code: 'unauthenticated' })
    expect(await rowsWritten(given())).toBe(0)
    const again = await app.inject(
      mutation('/api/sync/v1/push', { ...json(request), headers: await signedIn(app, awa) }),
    )
    expect(pushAnswerSchema.parse(again.json()).results).toMatchObject([{ status: 'applied' }])
  })

  test('I16 another person’s session under a local user’s queue is refused everywhere, and the queue stays', async () => {
    const { app, push } = await awaAtWork(given())
    const asHugo = await signedIn(app, hugo)
    const request = aPush()
    const query = new URLSearchParams(recentQuery({ ...request, epoch: null })).toString()
    const answers = [
      await app.inject(mutation('/api/sync/v1/push', { ...json(request), headers: asHugo })),
      await app.inject(mutation('/api/sync/v1/pull', { ...json(aPull()), headers: asHugo })),
      await app.inject({ method: 'GET', url: `/api/sync/v1/recent?${query}`, headers: asHugo }),
    ]
    expect(answers.map(refusalOf)).toEqual(answers.map(() => ({ status: 403, code: 'wrong-user' })))
    expect(await rowsWritten(given())).toBe(0)
    const { results } = pushAnswerSchema.parse((await push(request)).json())
    expect(results).toMatchObject([{ status: 'applied' }])
  })

  test('I14 another user’s report id, or scope, reveals nothing', async () => {
    const { app, push, asks } = await awaAtWork(given())
    const secret = aReport({ notes: 'Ce que Hugo a écrit' })
    const id = aDocumentId()
    await plantDocument(given(), 'hugo', { id, body: secret })
    const hugosScope = scopeOf('hugo')
    const ops = [
      anOp({ scope: hugosScope, id, kind: 'patch', set: { minutes: 5 } }),
      anOp({ scope: hugosScope, id, kind: 'delete', set: {} }),
      anOp({ scope: hugosScope, id, kind: 'erase', set: {} }),
      anOp({ scope: scope(), id, kind: 'patch', set: { minutes: 5 } }),
      anOp({ scope: scope(), id }),
    ]
    const pushed = await push(aPush({ ops }))
    const pulled = await asks('pull', json(aPull({ scopes: { [hugosScope]: { since: 0, asOf: 0 } } })))
    const { results } = pushAnswerSchema.parse(pushed.json())
    expect(results.map(({ status, error }) => error?.code ?? status)).toEqual([
      'no-access',
      'no-access',
      'no-access',
      'need-full',
      'applied',
    ])
    expect(pullAnswerSchema.parse(pulled.json()).grants.map((each) => each.scope)).toEqual([scope()])
    expect(pushed.body + pulled.body).not.toContain('Hugo')
    const hugosPhone = await app.inject(
      mutation('/api/sync/v1/pull', { ...json(aPull({ user: hugo })), headers: await signedIn(app, hugo) }),
    )
    expect(pullAnswerSchema.parse(hugosPhone.json()).changes).toMatchObject([{ id, rev: 1, body: secret }])
  })

  test.each(['chantal', 'denis', 'farid', 'gaelle'] as const)(
    'I14 %s reads and writes nothing by the protocol',
    async (name) => {
      const { app } = await awaAtWork(given())
      await plantDocument(given(), 'awa', { id: aDocumentId(), body: aReport() })
      const before = await rowsWritten(given())
      const { id } = cast[name]
      const headers = await signedIn(app, id)
      const pulled = await app.inject(
        mutation('/api/sync/v1/pull', { ...json(aPull({ user: id })), headers }),
      )
      expect(pullAnswerSchema.parse(pulled.json())).toMatchObject({ grants: [], changes: [], next: {} })
      const pushed = await app.inject(
        mutation('/api/sync/v1/push', { ...json(aPush({ user: id })), headers }),
      )
      expect(pushAnswerSchema.parse(pushed.json()).results).toMatchObject([{ error: { code: 'no-access' } }])
      expect(await rowsWritten(given())).toBe(before)
    },
  )
})

function json(body: unknown): InjectOptions {
  return { payload: JSON.stringify(body) }
}

function gzipped(text: string): InjectOptions {
  return { payload: gzipSync(JSON.stringify(text)), headers: { 'content-encoding': 'gzip' } }
}

/** A push whose note was written in Latin-1. */
function invalidUtf8(): Buffer {
  const push: Partial<PushRequest> = aPush({
    ops: [anOp({ set: aReport({ notes: 'été' }) })],
  }) as Partial<PushRequest>
  return Buffer.from(JSON.stringify(push), 'latin1')
}
