import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { maxRequestBytes } from '../../../src/domain/sync/limits.ts'
import type { App } from '../../../src/server/http/app.ts'
import { describeEachStore } from '../each-store.ts'
import { anApp, mutation } from '../test-app.ts'

/** A route that anybody may call and that asks nothing of its body. */
const anywhere = '/api/session/sign-out'

async function codeOf(app: App, payload: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await app.inject(mutation(anywhere, { payload, headers }))
  return answer.statusCode === 200 ? 200 : `${answer.statusCode} ${answer.json<{ code: string }>().code}`
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth)
}

describeEachStore('the body of a request', (given) => {
  test('is read as JSON, plain or gzip, or may be absent', async () => {
    const app = await anApp(given())
    expect(await codeOf(app, '{"a":[1]}')).toBe(200)
    expect(await codeOf(app, '')).toBe(200)
    expect(await codeOf(app, gzipSync('{"a":[1]}'), { 'content-encoding': 'gzip' })).toBe(200)
  })

  test('is refused where it is not JSON in UTF-8', async () => {
    const app = await anApp(given())
    expect(await codeOf(app, '{"a":')).toBe('400 invalid-json')
    expect(await codeOf(app, '<!doctype html><p>Portail</p>')).toBe('400 invalid-json')
    expect(await codeOf(app, Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toBe('400 invalid-json')
    expect(await codeOf(app, Buffer.from('"é"', 'latin1'))).toBe('400 invalid-json')
    expect(await codeOf(app, '{}', { 'content-type': 'text/plain' })).toBe('415 unsupported-encoding')
    expect(await codeOf(app, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(
      '415 unsupported-encoding',
    )
  })

  test('is refused where it is said to be compressed and is not, or in another way', async () => {
    const app = await anApp(given())
    const cut = gzipSync(JSON.stringify({ a: 'b'.repeat(1000) })).subarray(0, 20)
    expect(await codeOf(app, '{}', { 'content-encoding': 'gzip' })).toBe('400 invalid-json')
    expect(await codeOf(app, cut, { 'content-encoding': 'gzip' })).toBe('400 invalid-json')
    expect(await codeOf(app, '{}', { 'content-encoding': 'br' })).toBe('415 unsupported-encoding')
    expect(await codeOf(app, gzipSync(gzipSync('{}')), { 'content-encoding': 'gzip, gzip' })).toBe(
      '415 unsupported-encoding',
    )
  })

  test('is refused past 4 MB, plain or once inflated', async () => {
    const app = await anApp(given())
    const fits = JSON.stringify('a'.repeat(maxRequestBytes - 2))
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '))
    expect(bomb.length).toBeLessThan(maxRequestBytes)
    expect(await codeOf(app, fits)).toBe(200)
    expect(await codeOf(app, `${fits} `)).toBe('413 too-large')
    expect(await codeOf(app, gzipSync(`${fits} `), { 'content-encoding': 'gzip' })).toBe('413 too-large')
    expect(await codeOf(app, bomb, { 'content-encoding': 'gzip' })).toBe('413 too-large')
  })

  test('is refused where it lies too deep or would poison a prototype', async () => {
    const app = await anApp(given())
    expect(await codeOf(app, nested(30))).toBe(200)
    expect(await codeOf(app, nested(100))).toBe('400 invalid-json')
    expect(await codeOf(app, nested(1_000_000))).toBe('400 invalid-json')
    expect(await codeOf(app, '{"a":{"__proto__":{"admin":true}}}')).toBe('400 invalid-json')
  })

  test('is refused before its end when it has none, and the sender gets to read why', async () => {
    const app = await anApp(given())
    await app.listen({ host: '127.0.0.1', port: 0 })
    // Fastify listens on a port here, never on a path.
    const { port } = app.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text))
    socket.write(
      `POST ${anywhere} HTTP/1.1\r\nHost: coop.test\r\nX-Espace-Coop: 1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    const chunk = ' '.repeat(1024 * 1024)
    for (let sent = 0; sent < 6; sent += 1) socket.write(`100000\r\n${chunk}\r\n`)
    socket.write('0\r\n\r\n')
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/^connection: close\r$/im)
    expect(answer).toContain('"code":"too-large"')
  })
})
