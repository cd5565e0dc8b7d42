import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { totalsAnswerSchema, type TotalsAnswer } from '../../../src/domain/open-data/api-v1.ts'
import { editionFileAddress } from '../../../src/domain/open-data/catalogue.ts'
import { apiTokensSchema } from '../../../src/domain/open-data/api-token.ts'
import type { App } from '../../../src/server/http/app.ts'
import { withdrawEdition } from '../../../src/server/store/open-data-editions.ts'
import { describeEachStore, beside } from '../each-store.ts'
import { aClock, anApp, mutation, signedIn } from '../test-app.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { asksForToken, countsYears, makesToken, plantMonths, plantYear, shows } from './open-data-world.ts'

async function anAppWithData(store: Store): Promise<App> {
  await plantYear(store)
  const app = await anApp(store, { clock: aClock() })
  await countsYears(app)
  return app
}

/** Every line of a dataset, page after page. */
async function readsAll(app: App, token: { secret: string }, query: string, limit = 1000) {
  const lines: TotalsAnswer['lignes'] = []
  let cursor = ''
  for (let pages = 0; pages < 100; pages += 1) {
    const answer = await app.inject(shows(`/api/v1/totaux?limite=${limit}&${query}${cursor}`, token))
    expect(answer.statusCode, answer.body).toBe(200)
    const { lignes, suivant } = totalsAnswerSchema.parse(answer.json())
    lines.push(...lignes)
    if (suivant === null) return { lines, pages: pages + 1 }
    cursor = `&curseur=${suivant}`
  }
  throw new Error('There is no end of it')
}

const codeOf = async (app: App, url: string, token: { secret: string }) => {
  const answer = await app.inject(shows(url, token))
  return answer.statusCode === 200 ? 200 : answer.json().code
}

describeEachStore('the API for other systems', (given) => {
  test('gives the lines of the published files, number by number', async () => {
    const app = await anAppWithData(given())
    const token = await makesToken(app)
    for (const name of ['totaux', 'repartitions']) {
      const answer = await app.inject(shows(`/api/v1/${name}?limite=1000`, token))
      const file = await app.inject({ url: editionFileAddress(1, `${name}.csv`) })
      const [heads = '', ...rows] = file.body.trimEnd().split('\r\n')
      const lines: Record<string, string | number | null>[] = answer.json().lignes
      expect(
        lines.map((line) =>
          heads
            .split(';')
            .map((head) => line[head] ?? '')
            .join(';'),
        ),
      ).toEqual(rows)
    }
  })

  test('gives each line once, page after page, while another edition appears', async () => {
    const clock = aClock('2026-11-23T10:00:00.000Z')
    await plantYear(given())
    const app = await anApp(given(), { clock })
    await countsYears(app)
    const token = await makesToken(app, { lastDay: '2027-10-31' })
    const whole = await readsAll(app, token, '')
    const paged = await readsAll(app, token, '', 7)
    expect(paged.pages).toBeGreaterThan(4)
    expect(paged.lines).toEqual(whole.lines)
    const first = await app.inject(shows('/api/v1/totaux?limite=7', token))
    await plantMonths(given(), [{ department: '09', month: '2026-03', number: 30 }])
    clock.forward({ days: 100 })
    // The copy looks for what was filed every four seconds: this is another server, whose copy is new.
    const other = await anApp(given(), { clock })
    expect(await countsYears(other)).toEqual([2026])
    const rest = await readsAll(other, token, `curseur=${first.json().suivant}`)
    expect([...first.json().lignes, ...rest.lines]).toEqual(whole.lines)
    const now = await readsAll(other, token, '')
    expect(now.lines.length).toBeGreaterThan(whole.lines.length)
    expect(
      (await readsAll(other, token, 'edition=2', 5)).lines.every(({ edition }) => Number(edition) === 2),
    ).toBe(true)
  })

  test('opens what a token is for, and nothing else', async () => {
    const app = await anAppWithData(given())
    const ofAude = await makesToken(app, { department: '11', datasets: ['totaux'] })
    const { lines } = await readsAll(app, ofAude, '')
    expect(new Set(lines.map(({ departement }) => departement))).toEqual(new Set(['11']))
    expect(await codeOf(app, '/api/v1/totaux?departement=11', ofAude)).toBe(200)
    expect(await codeOf(app, '/api/v1/totaux?departement=09', ofAude)).toBe('out-of-scope')
    expect(await codeOf(app, '/api/v1/repartitions', ofAude)).toBe('out-of-scope')
    // Nor by the cursor of somebody else's reading.
    const all = await makesToken(app)
    const { suivant } = (await app.inject(shows('/api/v1/totaux?limite=1', all))).json()
    const after = await readsAll(app, ofAude, `curseur=${suivant}`)
    expect(after.lines.filter(({ departement }) => departement !== '11')).toEqual([])
  })

  test('refuses a token that is unknown, over or revoked, at once', async () => {
    await plantYear(given())
    const clock = aClock()
    const app = await anApp(given(), { clock })
    const token = await makesToken(app, { lastDay: '2026-11-30' })
    expect(await codeOf(app, '/api/v1/editions', token)).toBe(200)
    expect(await codeOf(app, '/api/v1/editions', { secret: `${token.secret.slice(0, -1)}_` })).toBe(
      'token-refused',
    )
    expect((await app.inject({ url: '/api/v1/editions' })).statusCode).toBe(401)
    const session = await signedIn(app, cast.farid.id)
    expect((await app.inject({ url: '/api/v1/editions', headers: session })).statusCode).toBe(401)
    clock.forward({ days: 8 })
    expect(await codeOf(app, '/api/v1/editions', token)).toBe('token-refused')
    const other = await makesToken(app)
    const revoke = mutation(`/api/state/tokens/${other.token.id}`, { method: 'DELETE', headers: session })
    expect((await app.inject(revoke)).statusCode).toBe(204)
    expect(await codeOf(app, '/api/v1/editions', other)).toBe('token-refused')
  })

  test('never keeps a token itself, and tells the last day of its use', async () => {
    const app = await anAppWithData(given())
    const made = await makesToken(app)
    expect(made.secret).toMatch(/^coop_[\w-]{43}$/)
    await app.inject(shows('/api/v1/editions', made))
    const session = await signedIn(app, cast.farid.id)
    const listed = await app.inject({ url: '/api/state/tokens', headers: session })
    expect(listed.body).not.toContain(made.secret)
    expect(apiTokensSchema.parse(listed.json()).tokens).toEqual([{ ...made.token, lastUsedOn: '2026-11-23' }])
    const stored = await beside(() => given().db.selectFrom('api_token').selectAll().execute())
    expect(JSON.stringify(stored)).not.toContain(made.secret)
  })

  test('lets a department’s account give away its own department only', async () => {
    const app = await anAppWithData(given())
    await beside(() =>
      given().db.insertInto('state_remit').values({ person_id: cast.gaelle.id, department: '09' }).execute(),
    )
    const national = await makesToken(app)
    expect((await asksForToken(app, 'gaelle')).statusCode).toBe(403)
    expect((await asksForToken(app, 'gaelle', { department: '31' })).statusCode).toBe(403)
    expect((await asksForToken(app, 'gaelle', { department: '09' })).statusCode).toBe(201)
    const session = await signedIn(app, cast.gaelle.id)
    const listed = await app.inject({ url: '/api/state/tokens', headers: session })
    expect(apiTokensSchema.parse(listed.json()).tokens.map(({ department }) => department)).toEqual(['09'])
    const revoke = mutation(`/api/state/tokens/${national.token.id}`, { method: 'DELETE', headers: session })
    expect((await app.inject(revoke)).statusCode).toBe(404)
    expect(await codeOf(app, '/api/v1/editions', national)).toBe(200)
  })

  test('makes no token without an end, a purpose or something to read', async () => {
    const app = await anAppWithData(given())
    const wrong = [
      { lastDay: '2027-11-24' },
      { lastDay: '2026-11-22' },
      { purpose: '   ' },
      { datasets: [] },
      { datasets: ['rapports'] },
      { department: '99' },
    ]
    for (const asked of wrong)
      expect((await asksForToken(app, 'farid', asked)).json(), JSON.stringify(asked)).toMatchObject({
        code: 'invalid-request',
      })
    expect((await asksForToken(app, 'farid', { lastDay: '2027-11-23' })).statusCode).toBe(201)
  })

  test('says that nothing has changed to who has the answer', async () => {
    const app = await anAppWithData(given())
    const token = await makesToken(app)
    const url = '/api/v1/totaux?departement=31'
    const { headers } = await app.inject(shows(url, token))
    expect(headers['cache-control']).toBe('private, no-cache')
    const again = await app.inject(shows(url, token, { 'if-none-match': String(headers.etag) }))
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const other = await app.inject(shows('/api/v1/totaux', token, { 'if-none-match': String(headers.etag) }))
    expect(other.statusCode).toBe(200)
  })

  test('says so where the edition being read is taken out', async () => {
    const app = await anAppWithData(given())
    const token = await makesToken(app)
    const { suivant } = (await app.inject(shows('/api/v1/totaux?limite=5', token))).json()
    await withdrawEdition(given().db, { number: 1, because: 'Erreur', at: '2026-11-23T10:00:00.000Z' })
    expect(await codeOf(app, `/api/v1/totaux?curseur=${suivant}`, token)).toBe('edition-withdrawn')
    expect(await codeOf(app, '/api/v1/totaux?edition=1', token)).toBe('not-found')
    expect((await readsAll(app, token, '')).lines).toEqual([])
  })

  test('is described by an OpenAPI 3.1 document that is valid, and that every answer holds to', async () => {
    const app = await anAppWithData(given())
    const token = await makesToken(app)
    const { body } = await app.inject({ url: '/api/v1/openapi.json' })
    const validator = new Validator()
    const verdict = await validator.validate(JSON.parse(body))
    expect([verdict.valid, verdict.errors]).toEqual([true, undefined])
    expect(validator.version).toBe('3.1')
    const document: Described = validator.resolveRefs() as never // of the shape that OpenAPI gives it
    const routes = app.registeredRoutes
      .map(({ route }) => route)
      .filter((route) => route.includes('/api/v1/'))
    expect(
      Object.keys(document.paths)
        .map((path) => `GET /api/v1${path}`)
        .sort(),
    ).toEqual(routes.toSorted())
    const asked: [string, string, number][] = [
      ['/editions', '', 200],
      ['/totaux', '', 200],
      ['/totaux', '?limite=3&departement=09', 200],
      ['/totaux', '?edition=9', 404],
      ['/totaux', '?limite=0', 400],
      ['/totaux', '?curseur=faux', 400],
      ['/repartitions', '?dimension=theme', 200],
      ['/repartitions', '?dimension=age', 400],
      ['/openapi.json', '', 200],
    ]
    for (const [path, query, status] of asked) {
      const answer = await app.inject(shows(`/api/v1${path}${query}`, token))
      expect([path, query, answer.statusCode]).toEqual([path, query, status])
      expect(faultsOf(document, path, answer)).toEqual([])
    }
    const refused = await app.inject({ url: '/api/v1/totaux' })
    expect(faultsOf(document, '/totaux', refused)).toEqual([])
    // The document is held to something at all.
    const forged = {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"lignes":[{}]}',
    }
    expect(faultsOf(document, '/totaux', forged)).not.toEqual([])
  })

  test('describes every parameter that its routes read', async () => {
    const app = await anAppWithData(given())
    const document: Described = (await app.inject({ url: '/api/v1/openapi.json' })).json()
    const named = (path: string) => document.paths[path]?.get.parameters?.map(({ name }) => name)
    expect(named('/totaux')).toEqual(['edition', 'departement', 'curseur', 'limite'])
    expect(named('/repartitions')).toEqual(['edition', 'departement', 'curseur', 'limite', 'dimension'])
    for (const { schema } of document.paths['/totaux']?.get.parameters ?? [])
      expect(schema).toHaveProperty('type')
  })
})

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly parameters?: readonly { readonly name: string; readonly schema: object }[]
          readonly responses: Readonly<
            Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>
          >
        }
      }
    >
  >
}

/** All that an answer has that the document doesn't say of it. */
function faultsOf(
  document: Described,
  path: string,
  answer: { statusCode: number; headers: Record<string, unknown>; body: string },
): string[] {
  const described = document.paths[path]?.get.responses[String(answer.statusCode)]
  const type = String(answer.headers['content-type']).split(';')[0] ?? ''
  const schema = described?.content?.[type]?.schema
  if (!schema) return [`${answer.statusCode} ${type} is not described`]
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.validate(schema, JSON.parse(answer.body))
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
