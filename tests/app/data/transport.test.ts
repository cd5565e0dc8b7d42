import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { plainRequests } from '../../../src/app/data/request-compression.ts'
import { fetchTransport, type TransportOutcome } from '../../../src/app/data/transport.ts'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import type { PushRequest } from '../../../src/domain/sync/wire.ts'
import { aDeviceId, anEpoch, aPersonId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'

const epoch = anEpoch()
const sender = {
  protocol: protocolVersion,
  epoch,
  deviceId: aDeviceId(),
  user: aPersonId(),
  schema: schemaVersion,
  app: 'dev',
}

function aPush(ops: unknown[] = []): PushRequest {
  return { ...sender, sentAt: '2026-11-23T16:00:00.000+01:00', queued: ops.length, ops }
}

const pushAnswer = { epoch, serverTime: '2026-11-23T15:00:00.000Z', results: [] }
const never = new AbortController().signal

interface Sent {
  path: string
  init: RequestInit
}

/** A network that answers with what is given, one after the other, and remembers what was asked. */
function network(...answers: (Response | Error)[]) {
  const sent: Sent[] = []
  const transport = fetchTransport((path, init) => {
    // The transport asks by path only.
    sent.push({ path: path as string, init: init ?? {} })
    const answer = answers[sent.length - 1]
    return answer instanceof Response
      ? Promise.resolve(answer)
      : Promise.reject(answer ?? new TypeError('no network'))
  })
  return { sent, transport, push: (request = aPush()) => transport.push(request, never) }
}

interface Head {
  status?: number
  headers?: Record<string, string>
}

function json(body: unknown, init: Head = {}, type = 'application/json'): Response {
  return new Response(JSON.stringify(body), { ...init, headers: { 'content-type': type, ...init.headers } })
}

function problem(
  status: number,
  code: string,
  facts: object = {},
  headers: Record<string, string> = {},
): Response {
  const body = { type: `urn:espace-coop:${code}`, title: code, status, code, ...facts }
  return json(body, { status, headers }, 'application/problem+json; charset=utf-8')
}

function html(status = 200, headers: Record<string, string> = {}): Response {
  return new Response('<html>Bienvenue</html>', {
    status,
    headers: { 'content-type': 'text/html', ...headers },
  })
}

afterEach(() => plainRequests.forget())

describe('what is asked', () => {
  test('a push goes past every cache, through no redirection, with the header that forged requests lack', async () => {
    const { sent, push } = network(json(pushAnswer))
    expect(await push()).toEqual({ ok: true, answer: pushAnswer })
    expect(sent[0]?.path).toBe('/api/sync/v1/push')
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      cache: 'no-store',
      redirect: 'error',
      credentials: 'same-origin',
      headers: { 'x-espace-coop': '1', 'content-type': 'application/json' },
    })
  })

  test('I16 every question names the device and its person', async () => {
    const recent = { epoch, serverTime: pushAnswer.serverTime, documents: [] }
    const { sent, transport } = network(json(recent), json(pushAnswer))
    await transport.recent(sender, never)
    await transport.push(aPush(), never)
    expect(sent[0]?.path).toContain(`deviceId=${sender.deviceId}`)
    expect(sent[0]?.path).toContain(`user=${sender.user}`)
    expect(JSON.parse(sent[1]?.init.body as string)).toMatchObject({
      deviceId: sender.deviceId,
      user: sender.user,
    })
  })

  test('a request that is called off is no answer', async () => {
    const abort = new AbortController()
    const transport = fetchTransport(
      (_path, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
        }),
    )
    const outcome = transport.push(aPush(), abort.signal)
    abort.abort()
    expect(await outcome).toEqual({ ok: false, reason: 'offline' })
  })
})

describe('what is answered', () => {
  const cases: [string, Response | Error, TransportOutcome<never>][] = [
    ['no network', new TypeError('failed to fetch'), { ok: false, reason: 'offline' }],
    ['a captive portal’s page', html(), { ok: false, reason: 'offline' }],
    ['a portal’s page under 401', html(401), { ok: false, reason: 'offline' }],
    ['JSON of somebody else', json({ hello: 'world' }), { ok: false, reason: 'offline' }],
    [
      'JSON cut short',
      new Response('{"epoch":', { headers: { 'content-type': 'application/json' } }),
      { ok: false, reason: 'offline' },
    ],
    ['our epoch with something unreadable', json({ epoch, results: 3 }), { ok: false, reason: 'unreadable' }],
    ['an ended session', problem(401, 'unauthenticated'), { ok: false, reason: 'unauthenticated' }],
    ['another person’s session', problem(403, 'wrong-user'), { ok: false, reason: 'wrong-user' }],
    ['a device signed out from elsewhere', problem(403, 'device-revoked'), { ok: false, reason: 'revoked' }],
    ['another history', problem(409, 'epoch', { epoch }), { ok: false, reason: 'epoch', epoch }],
    ['too large, by the server', problem(413, 'too-large'), { ok: false, reason: 'split' }],
    ['too large, by a proxy', html(413), { ok: false, reason: 'split' }],
    ['a version too old', problem(426, 'client-too-old'), { ok: false, reason: 'too-old' }],
    [
      'unreadable, to the server',
      problem(400, 'invalid-request'),
      { ok: false, reason: 'refused', code: 'invalid-request' },
    ],
    [
      'too many',
      problem(429, 'too-many-requests', {}, { 'retry-after': '60' }),
      { ok: false, reason: 'wait', retryAfterMs: 60_000 },
    ],
    [
      'a server that is down behind its proxy',
      html(503, { 'retry-after': '5' }),
      { ok: false, reason: 'wait', retryAfterMs: 5_000 },
    ],
    ['a server that fails', problem(500, 'internal'), { ok: false, reason: 'wait' }],
    [
      'a date to come back at, by the server’s own clock',
      html(503, { date: 'Mon, 23 Nov 2026 15:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 15:00:30 GMT' }),
      { ok: false, reason: 'wait', retryAfterMs: 30_000 },
    ],
    [
      'a wait that nobody means',
      html(503, { 'retry-after': '999999' }),
      { ok: false, reason: 'wait', retryAfterMs: 3_600_000 },
    ],
  ]
  test.each(cases)('%s', async (_name, answer, expected) => {
    expect(await network(answer).push()).toEqual(expected)
  })

  test('raw text is taken with 202', async () => {
    const { transport } = network(json({ kept: true }, { status: 202 }))
    expect(await transport.raw({ ops: [] }, never)).toEqual({ ok: true, answer: null })
  })
})

describe('compression', () => {
  const large = () => aPush(Array.from({ length: 10 }, () => anOp({ set: { notes: 'é'.repeat(2000) } })))

  test('a large request is compressed, a small one is not', async () => {
    const { sent, push } = network(json(pushAnswer), json(pushAnswer))
    const request = large()
    await push(request)
    await push()
    expect(sent[0]?.init.headers).toMatchObject({ 'content-encoding': 'gzip' })
    expect(JSON.parse(gunzipSync(Buffer.from(sent[0]?.init.body as ArrayBuffer)).toString())).toEqual(request)
    expect(sent[1]?.init.headers).not.toHaveProperty('content-encoding')
  })

  test('where something refuses compression the request goes again as it is, and so from then on', async () => {
    const { sent, push } = network(problem(415, 'unsupported-encoding'), json(pushAnswer), json(pushAnswer))
    expect(await push(large())).toEqual({ ok: true, answer: pushAnswer })
    await push(large())
    expect(sent.map(({ init }) => typeof init.body)).toEqual(['object', 'string', 'string'])
  })

  test('a request that is refused both ways doesn’t switch compression off', async () => {
    const { sent, push } = network(
      problem(400, 'invalid-json'),
      problem(400, 'invalid-json'),
      json(pushAnswer),
    )
    expect(await push(large())).toEqual({ ok: false, reason: 'refused', code: 'invalid-json' })
    await push(large())
    expect(sent[2]?.init.headers).toMatchObject({ 'content-encoding': 'gzip' })
  })
})
