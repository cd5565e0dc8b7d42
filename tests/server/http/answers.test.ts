import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { publicInformationSchema } from '../../../src/domain/access/public-information.ts'
import { describeEachStore } from '../each-store.ts'
import { anApp } from '../test-app.ts'
import { aConfiguration, anExternalIssuer } from '../test-configuration.ts'

describeEachStore('every answer', (given) => {
  test('carries the security headers, refusals and redirects included', async () => {
    const app = await anApp(given())
    for (const url of ['/api/ready', '/api/session', '/nowhere', '/auth/callback']) {
      const { headers } = await app.inject({ url })
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';manifest-src 'self';worker-src 'self';font-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';require-trusted-types-for 'script';trusted-types espace-coop-worker espace-coop-files",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      })
    }
  })

  test('asks for https for ever where it is served so, and only there', async () => {
    const configuration = aConfiguration({ ...anExternalIssuer, PUBLIC_URL: 'https://coop.test' })
    const secure = await (await anApp(given(), { configuration })).inject({ url: '/api/ready' })
    expect(secure.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    const plain = await (await anApp(given())).inject({ url: '/api/ready' })
    expect(plain.headers['strict-transport-security']).toBeUndefined()
  })

  test('of the API is kept by no cache', async () => {
    const app = await anApp(given())
    for (const url of ['/api/ready', '/api/session', '/api/nowhere', '/auth/callback']) {
      expect((await app.inject({ url })).headers['cache-control']).toBe('no-store')
    }
  })

  test('of the API that is long is compressed for who accepts it', async () => {
    const app = await anApp(given())
    const ask = (encoding?: string) =>
      app.inject({
        url: '/api/documentation.json',
        headers: encoding === undefined ? {} : { 'accept-encoding': encoding },
      })
    const plain = await ask()
    const [gzip, brotli] = [await ask('gzip'), await ask('gzip, deflate, br')]
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
    expect(brotli.headers['vary']).toBe('accept-encoding')
  })
})

describeEachStore('what anybody may read', (given) => {
  test('is who answers for this server, as configured', async () => {
    const configuration = aConfiguration({
      LEGAL_SUPPORT_EMAIL: 'aide@coop.test',
      LEGAL_REPORTS_MONTHS: '60',
    })
    const app = await anApp(given(), { configuration })
    const answer = await app.inject({ url: '/api/public-information' })
    expect(publicInformationSchema.parse(answer.json())).toEqual(configuration.publicInformation)
    expect(answer.json()).toMatchObject({
      demonstration: true,
      support: { email: 'aide@coop.test' },
      retentionMonths: { reports: 60 },
    })
  })

  test('is a description of the API with every route of it', async () => {
    const app = await anApp(given())
    const { openapi, paths } = (await app.inject({ url: '/api/documentation.json' })).json<{
      openapi: string
      paths: Record<string, Record<string, unknown>>
    }>()
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    // The last two are for people and their calendars, at addresses that no service worker answers.
    const undescribed = ['documentation.json', '/rappels/arret/', '/api/calendrier/']
    const isDescribed = (route: string) =>
      / \/api\//.test(route) && !undescribed.some((part) => route.includes(part))
    const expected = app.registeredRoutes.map(({ route }) => route).filter(isDescribed)
    expect(openapi).toBe('3.1.0')
    expect(described.sort()).toEqual(expected.sort())
  })
})
