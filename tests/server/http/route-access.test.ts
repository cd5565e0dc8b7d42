import type { InjectOptions } from 'fastify'
import { expect, test } from 'vitest'
import { personIdSchema, type PersonId } from '../../../src/domain/ids.ts'
import { protocolVersion, schemaVersion } from '../../../src/domain/sync/limits.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam } from '../../../src/server/demonstration/demonstration-people.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App } from '../../../src/server/http/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDeviceId, aDocumentId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { testEpoch } from '../databases.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anApp, mutation, signedIn } from '../test-app.ts'
import { plantCast, plantDocument, scopeOf } from '../test-cast.ts'
import { aConfiguration } from '../test-configuration.ts'

/*
 * Every route × every role: who gets in, and what of Awa's work they are given. A route that isn't below fails the
 * first test, so that nobody adds one without having decided.
 */

const lecteur = personIdSchema.parse('018ce800-0000-7000-8000-00000000f009')

const roles = {
  nobody: null,
  awa: cast.awa.id,
  'another advisor': cast.bruno.id,
  'another structure’s advisor': cast.hugo.id,
  responsable: cast.chantal.id,
  lecteur,
  'another structure’s responsable': cast.denis.id,
  coordinator: cast.elsa.id,
  'the State': cast.farid.id,
  'the training body': cast.gaelle.id,
} satisfies Record<string, PersonId | null>
type Role = keyof typeof roles

interface Visitor {
  /** Whom the request says it comes from: somebody, even where nobody is signed in. */
  readonly id: PersonId
}

interface Expectation {
  request(visitor: Visitor): InjectOptions
  /** What an answer gives away, where its status doesn't tell. */
  given?(body: string): unknown
  /** What each role gets: the first that applies of its own, that of anybody signed in, that of everybody. */
  outcomes: Partial<Record<Role, unknown>> & { 'signed in'?: unknown; everybody?: unknown }
}

const awasDevice = aDeviceId()
const questionOnIt = 'Une question dont personne d’autre ne sait rien'
const reportId = aDocumentId()

function senderOf({ id }: Visitor) {
  return {
    protocol: protocolVersion,
    epoch: testEpoch,
    deviceId: id === cast.awa.id ? awasDevice : aDeviceId(),
    user: id,
    schema: schemaVersion,
    app: 'test',
  }
}

function push(visitor: Visitor): InjectOptions {
  const edit = anOp({
    scope: scopeOf('awa'),
    id: reportId,
    kind: 'patch',
    baseRev: 1,
    set: { minutes: 60 },
    base: { minutes: 45 },
  })
  const sentAt = '2026-11-23T16:00:00.000Z'
  return mutation('/api/sync/v1/push', { payload: { ...senderOf(visitor), sentAt, queued: 1, ops: [edit] } })
}

/** Claims a scope that isn't the visitor's: claims give nothing. */
function pull(visitor: Visitor): InjectOptions {
  const scopes = { [scopeOf('awa')]: { since: 0, asOf: 0 } }
  return mutation('/api/sync/v1/pull', {
    payload: { ...senderOf(visitor), limit: 100, maxBytes: 100_000, scopes },
  })
}

function recent(visitor: Visitor): InjectOptions {
  const { protocol, schema, ...others } = senderOf(visitor)
  const query = { ...others, protocol: String(protocol), schema: String(schema) }
  return { url: `/api/sync/v1/recent?${new URLSearchParams(query)}` }
}

const get = (url: string) => () => ({ url })
const holdsAwasReport = (body: string) => body.includes(reportId)
const countsAwasReport = (body: string) => /"activities":1/.test(body)
const november = 'du=2026-11-01&au=2026-11-30&avant-du=2026-10-01&avant-au=2026-10-31&pas=mois'
const formPost = (url: string) => () => ({
  method: 'POST' as const,
  url,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: 'account=demo',
})
const anybody = (status: number) => ({ everybody: status })
const ownOnly = { nobody: [401, false], awa: [200, true], 'signed in': [200, false] }

const expectations: Record<string, Expectation> = {
  'GET /api/documentation.json': { request: get('/api/documentation.json'), outcomes: anybody(200) },
  'GET /api/public-information': { request: get('/api/public-information'), outcomes: anybody(200) },
  'GET /api/live': { request: get('/api/live'), outcomes: anybody(200) },
  'GET /metrics': { request: get('/metrics'), outcomes: anybody(404) },
  'GET /api/ready': { request: get('/api/ready'), outcomes: anybody(200) },
  'GET /api/session': {
    request: get('/api/session'),
    given: (body) => body.includes(scopeOf('awa')),
    outcomes: { nobody: [200, false], awa: [200, true], 'signed in': [200, false] },
  },
  'POST /api/session/sign-out': { request: () => mutation('/api/session/sign-out'), outcomes: anybody(200) },
  'GET /api/state/figures': {
    request: get(
      '/api/state/figures?du=2026-11-01&au=2026-11-30&avant-du=2026-10-01&avant-au=2026-10-31&pas=mois',
    ),
    given: (body) => /"activities":[1-4]\b/.test(body),
    outcomes: { nobody: [401, false], 'the State': [200, false], 'signed in': [403, false] },
  },
  'GET /api/structures/:id/activities': {
    request: get(`/api/structures/${townHall.id}/activities`),
    given: holdsAwasReport,
    outcomes: {
      nobody: [401, false],
      responsable: [200, true],
      lecteur: [200, true],
      'signed in': [403, false],
    },
  },
  'GET /api/structures/:id/figures': {
    request: get(`/api/structures/${townHall.id}/figures?${november}`),
    given: countsAwasReport,
    outcomes: {
      nobody: [401, false],
      responsable: [200, true],
      lecteur: [200, true],
      'signed in': [403, false],
    },
  },
  'GET /api/structures/:id/absences': {
    request: get(`/api/structures/${townHall.id}/absences`),
    given: (body) => body.includes(cast.awa.id),
    outcomes: {
      nobody: [401, false],
      responsable: [200, true],
      lecteur: [200, true],
      'signed in': [403, false],
    },
  },
  'POST /api/structures/:id/absences': {
    request: () =>
      mutation(`/api/structures/${townHall.id}/absences`, {
        payload: {
          key: reportId,
          advisor: cast.awa.id,
          absence: { kind: 'conge', from: '2026-11-24', to: '2026-11-25' },
        },
      }),
    outcomes: { nobody: 401, responsable: 201, 'signed in': 403 },
  },
  'DELETE /api/structures/:id/absences/:absence': {
    request: () =>
      // Nobody declared it: who may take one back is told so.
      mutation(`/api/structures/${townHall.id}/absences/${reportId}`, { method: 'DELETE' }),
    outcomes: { nobody: 401, responsable: 404, 'signed in': 403 },
  },
  'GET /api/structures/:id/questions': {
    request: get(`/api/structures/${townHall.id}/questions`),
    given: (body) => body.includes(questionOnIt),
    outcomes: {
      nobody: [401, false],
      responsable: [200, true],
      lecteur: [200, true],
      'signed in': [403, false],
    },
  },
  'POST /api/structures/:id/questions': {
    request: () =>
      mutation(`/api/structures/${townHall.id}/questions`, {
        payload: { key: reportId, advisor: cast.awa.id, report: reportId, text: 'Pourquoi ?' },
      }),
    outcomes: { nobody: 401, responsable: 201, 'signed in': 403 },
  },
  'GET /api/teams/:id/figures': {
    request: get(`/api/teams/${ariegeTeam.id}/figures?${november}`),
    given: countsAwasReport,
    outcomes: { nobody: [401, false], coordinator: [200, true], 'signed in': [403, false] },
  },
  'POST /api/sync/v1/push': {
    request: push,
    given: (body) => /"status":"(\w+)"/.exec(body)?.[1] ?? /"code":"([\w-]+)"/.exec(body)?.[1],
    outcomes: {
      nobody: [401, 'unauthenticated'],
      awa: [200, 'applied'],
      'signed in': [200, 'rejected'],
    },
  },
  'POST /api/sync/v1/pull': { request: pull, given: holdsAwasReport, outcomes: ownOnly },
  'GET /api/sync/v1/recent': { request: recent, given: holdsAwasReport, outcomes: ownOnly },
  'POST /api/sync/v1/raw': {
    request: () => mutation('/api/sync/v1/raw', { payload: { anything: true } }),
    outcomes: { nobody: 401, 'signed in': 202 },
  },
  'GET /api/sync/v1/health': { request: get('/api/sync/v1/health'), outcomes: anybody(200) },
  'GET /api/sync/v1/documents/:id/history': {
    request: get(`/api/sync/v1/documents/${reportId}/history`),
    given: (body) => body.includes('"rev":1'),
    outcomes: ownOnly,
  },
  'GET /api/sync/v1/devices': {
    request: get('/api/sync/v1/devices'),
    given: (body) => body.includes(awasDevice),
    outcomes: ownOnly,
  },
  'DELETE /api/sync/v1/devices/:id': {
    request: () => mutation(`/api/sync/v1/devices/${awasDevice}`, { method: 'DELETE' }),
    outcomes: { nobody: 401, awa: 204, 'signed in': 404 },
  },
  'GET /auth/sign-in': { request: get('/auth/sign-in'), outcomes: anybody(302) },
  'GET /auth/callback': { request: get('/auth/callback?code=forged&state=forged'), outcomes: anybody(302) },
  'GET /demo/issuer/*': {
    request: get('/demo/issuer/.well-known/openid-configuration'),
    outcomes: anybody(200),
  },
  'POST /demo/issuer/*': { request: formPost('/demo/issuer/token'), outcomes: anybody(400) },
  'GET /demo/sign-in/:uid': { request: get('/demo/sign-in/unknown'), outcomes: anybody(410) },
  'POST /demo/sign-in/:uid': {
    request: formPost('/demo/sign-in/unknown'),
    outcomes: anybody(400),
  },
  'GET /demo/style.css': { request: get('/demo/style.css'), outcomes: anybody(200) },
  'GET /demo/sign-out.js': { request: get('/demo/sign-out.js'), outcomes: anybody(200) },
}

function expectedOf({ outcomes }: Expectation, role: Role): unknown {
  if (role in outcomes) return outcomes[role]
  return role === 'nobody' ? outcomes.everybody : (outcomes['signed in'] ?? outcomes.everybody)
}

/** The cast, a *lecteur*, one report of Awa's, and her device. */
async function plantWorld(store: Store): Promise<void> {
  await plantCast(store)
  await plantDocument(store, 'awa', { id: reportId, body: aReport({ minutes: 45 }) })
  const at = '2026-11-01T08:00:00.000Z'
  const said = { report: reportId, kind: 'question', from: 'structure', text: questionOnIt, at }
  await plantDocument(store, 'awa', { id: aDocumentId(), collection: 'report-message', body: said })
  await beside(async () => {
    const email = 'lecteur@saint-girons.example'
    await store.db
      .insertInto('person')
      .values({ person_id: lecteur, email, email_key: email, created_at: at })
      .execute()
    const membership = { person_id: lecteur, structure_id: townHall.id, role: 'lecteur' as const, since: at }
    await store.db.insertInto('membership').values(membership).execute()
    await store.db
      .insertInto('device')
      .values({ device_id: awasDevice, user_id: cast.awa.id, last_seen: at })
      .execute()
  })
}

async function outcomeFor(app: App, expectation: Expectation, role: Role): Promise<unknown> {
  const id = roles[role]
  const request = expectation.request({ id: id ?? cast.awa.id })
  const session = id === null ? {} : await signedIn(app, id)
  const answer = await app.inject({ ...request, headers: { ...request.headers, ...session } })
  return expectation.given ? [answer.statusCode, expectation.given(answer.body)] : answer.statusCode
}

describeEachStore('access', (given) => {
  test('to every route has been decided', async () => {
    const app = await anApp(given(), { configuration: aConfiguration() })
    expect(app.registeredRoutes.toSorted()).toEqual(Object.keys(expectations).sort())
  })

  test.each(Object.entries(expectations))(
    'I14 %s gives each role what is its own, and no more',
    async (_, expectation) => {
      await plantWorld(given())
      const app = await anApp(given(), { configuration: aConfiguration() })
      // Awa comes last: what she does must not be what lets others in or keeps them out.
      const others = (Object.keys(roles) as Role[]).filter((role) => role !== 'awa') // keys of the table above
      const found: [Role, unknown][] = []
      for (const role of [...others, 'awa' as const])
        found.push([role, await outcomeFor(app, expectation, role)])
      const expected = found.map(([role]) => [role, expectedOf(expectation, role)])
      expect(found).toEqual(expected)
    },
  )
})
