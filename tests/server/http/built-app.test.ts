import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { onEngine } from '../each-store.ts'
import { aClock, anApp } from '../test-app.ts'
import { aConfiguration, anExternalIssuer } from '../test-configuration.ts'

const page = '<!doctype html><title>Espace Coop</title>'
const navigation = { accept: 'text/html,application/xhtml+xml', 'sec-fetch-dest': 'document' }

/** A folder for the data, and beside it a built application of these assets. */
async function aBuild(assets: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-build-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await build(folder, assets)
  return folder
}

async function build(folder: string, assets: Record<string, string>): Promise<void> {
  const dist = join(folder, 'dist')
  await rm(dist, { recursive: true, force: true })
  await mkdir(join(dist, 'assets'), { recursive: true })
  for (const [name, text] of Object.entries({
    'index.html': page,
    'sw.js': '// worker',
    'app.webmanifest': '{}',
  })) {
    await writeFile(join(dist, name), text)
  }
  for (const [name, text] of Object.entries(assets)) {
    await writeFile(join(dist, 'assets', name), text)
    await writeFile(join(dist, 'assets', `${name}.br`), brotliCompressSync(text))
    await writeFile(join(dist, 'assets', `${name}.gz`), gzipSync(text))
  }
}

async function serving(store: Store, folder: string, clock = aClock()): Promise<App> {
  const folders = { APP_FOLDER: join(folder, 'dist'), DATA_FOLDER: join(folder, 'data') }
  return anApp(store, { configuration: aConfiguration({ ...anExternalIssuer, ...folders }), clock })
}

onEngine('embedded', (given) => {
  test('P5 the page, the worker and the manifest are asked about at each visit', async () => {
    const app = await serving(given(), await aBuild({ 'app-1.js': 'one' }))
    for (const url of ['/', '/index.html', '/sw.js', '/app.webmanifest', '/activites']) {
      const { statusCode, headers } = await app.inject({ url, headers: navigation })
      expect([url, statusCode, headers['cache-control']]).toEqual([
        url,
        200,
        'public, max-age=0, must-revalidate',
      ])
      expect(headers['etag']).toBeDefined()
    }
  })

  test('P7 a worker that removes itself is served in place of the built one where that is ordered, and health says so', async () => {
    const folder = await aBuild({})
    const usual = await serving(given(), folder)
    expect((await usual.inject({ url: '/sw.js' })).body).toBe('// worker')
    expect((await usual.inject({ url: '/api/sync/v1/health' })).json()).not.toHaveProperty('worker')
    const folders = { APP_FOLDER: join(folder, 'dist'), DATA_FOLDER: join(folder, 'data') }
    const configuration = aConfiguration({ ...anExternalIssuer, ...folders, WORKER_OFF: 'true' })
    const app = await anApp(given(), { configuration })
    const { headers, body } = await app.inject({ url: '/sw.js', headers: { 'accept-encoding': 'br' } })
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    })
    expect(body).toContain('registration.unregister()')
    expect(body).not.toMatch(/indexedDB|localStorage\.|storage\.clear/)
    expect((await app.inject({ url: '/api/sync/v1/health' })).json()).toMatchObject({ worker: 'off' })
    expect((await app.inject({ url: '/', headers: navigation })).body).toBe(page)
  })

  test('a hashed asset is kept for a year, and sent as it was compressed by the build', async () => {
    const app = await serving(given(), await aBuild({ 'app-1.js': 'one'.repeat(1000) }))
    const url = '/assets/app-1.js'
    const brotli = await app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(brotli.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
      vary: 'accept-encoding',
    })
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe('one'.repeat(1000))
    expect((await app.inject({ url })).body).toBe('one'.repeat(1000))
  })

  test('every address of the application is the page, and nothing else is', async () => {
    const app = await serving(given(), await aBuild({}))
    const answerTo = async (
      url: string,
      headers: Record<string, string> = navigation,
      method: 'GET' | 'POST' = 'GET',
    ) => (await app.inject({ method, url, headers })).body
    expect(await answerTo('/structure/activites?mois=2026-11')).toBe(page)
    expect(await answerTo('/connexion', { accept: 'text/html' })).toBe(page)
    for (const url of [
      '/api/nowhere',
      '/auth/nowhere',
      '/demo/nowhere',
      '/assets/app-0.js',
      '/api',
      '/assets/',
    ]) {
      expect([url, JSON.parse(await answerTo(url))]).toEqual([
        url,
        expect.objectContaining({ code: 'not-found' }),
      ])
    }
    expect(JSON.parse(await answerTo('/missing.png', { accept: 'image/*' }))).toMatchObject({
      code: 'not-found',
    })
    expect(JSON.parse(await answerTo('/x.js', { ...navigation, 'sec-fetch-dest': 'script' }))).toMatchObject({
      status: 404,
    })
    expect(
      JSON.parse(await answerTo('/activites', { ...navigation, 'content-type': 'application/json' }, 'POST')),
    ).toMatchObject({ status: 404 })
  })

  test('no file outside of the build can be asked for', async () => {
    const folder = await aBuild({})
    await writeFile(join(folder, 'secret.txt'), 'secret')
    const app = await serving(given(), folder)
    for (const url of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/../../secret.txt',
    ]) {
      const answer = await app.inject({ url })
      expect([url, answer.statusCode >= 400, answer.body.includes('secret.txt')]).toEqual([url, true, false])
    }
  })

  test('P3 a tab of an earlier build still finds its assets', async () => {
    const folder = await aBuild({ 'app-1.js': 'one' })
    await (await serving(given(), folder)).close()
    await build(folder, { 'app-2.js': 'two' })
    const app = await serving(given(), folder)
    expect((await app.inject({ url: '/assets/app-2.js' })).body).toBe('two')
    const earlier = await app.inject({ url: '/assets/app-1.js', headers: { 'accept-encoding': 'br' } })
    expect([earlier.statusCode, earlier.headers['content-encoding']]).toEqual([200, 'br'])
    expect(brotliDecompressSync(earlier.rawPayload).toString()).toBe('one')
  })

  test('P3 the newest three earlier builds are kept for good, others for 30 days', async () => {
    const folder = await aBuild({ 'app-1.js': 'one', 'shared.js': 'shared' })
    const clock = aClock()
    for (const number of [2, 3, 4, 5, 6]) {
      await (await serving(given(), folder, clock)).close()
      await build(folder, { [`app-${number}.js`]: 'next', 'shared.js': 'shared' })
      clock.forward({ days: 10 })
    }
    const app = await serving(given(), folder, clock)
    const found = async (name: string) => (await app.inject({ url: `/assets/${name}` })).statusCode
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map((number) => found(`app-${number}.js`)))).toEqual([
      404, 200, 200, 200, 200, 200,
    ])
    expect(await found('shared.js')).toBe(200)
  })

  test('another name of this very machine leads to the address in use, where the cookies are', async () => {
    const app = await serving(given(), await aBuild({}))
    const visit = (host: string, url: string, headers = navigation) =>
      app.inject({ url, headers: { ...headers, host } })
    expect((await visit('127.0.0.1', '/activites?a=1')).headers.location).toBe(
      'http://localhost/activites?a=1',
    )
    expect((await visit('localhost', '/activites')).statusCode).toBe(200)
    expect((await visit('coop.lan', '/activites')).statusCode).toBe(200)
    expect((await visit('127.0.0.1', '/api/ready')).statusCode).toBe(200)
  })

  test('without a build, a page is not there and the API is', async () => {
    const app = await anApp(given())
    expect((await app.inject({ url: '/', headers: navigation })).statusCode).toBe(404)
    expect((await app.inject({ url: '/api/ready' })).statusCode).toBe(200)
  })
})
