import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessTable, lineOf, permits, type AccessAction } from '../../../src/domain/access/access-table.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { ariegeTeam, institute } from '../../../src/server/demonstration/demonstration-people.ts'
import { townHall } from '../../../src/server/demonstration/demonstration-structures.ts'
import type { App, RegisteredRoute } from '../../../src/server/http/app.ts'
import { buildApp } from '../../../src/server/http/build-app.ts'
import { undecidedRoute } from '../../../src/server/http/require-access.ts'
import { emptyStore } from '../databases.ts'
import { beside, describeEachStore, sharedStore } from '../each-store.ts'
import { keepWorld, type KeptWorld } from '../kept-world.ts'
import { unlimitedRates } from '../../drills/unlimited-rates.ts'
import { mutation, openApp, signedIn } from '../test-app.ts'
import { aConfiguration } from '../test-configuration.ts'
import { awa, plantVisitors, visitors, type Visitor } from './access-visitors.ts'
import { sampleRequests, type Answer, type SampleRequest } from './sample-requests.ts'

/*
 * Every route × every role × its own, a foreign and a former scope: who gets in, and what of Awa's work they are given.
 * The tests are made from the routes that the server has and from the table of access (src/domain/access), which says
 * what is expected of each. A route that has no line fails, and is told what to do.
 */

interface Outcome {
  readonly status: number
  /** The code of a refusal. */
  readonly code?: string | undefined
  readonly gives?: boolean
}

const configuration = aConfiguration({ METRICS_TOKEN: 'a-token-of-operators', ...unlimitedRates })

/** Routes are the same over every store: read once, over one, to make a test of each. */
const routes = await routesOfServer()

async function routesOfServer(): Promise<RegisteredRoute[]> {
  const store = await sharedStore('embedded')
  const app = await buildApp({ store, configuration, clock: () => new Date(), ids: randomIds })
  const found = [...app.registeredRoutes]
  await app.close()
  return found
}

test('every route names its line of the table of access', () => {
  const undecided = routes.filter(({ access }) => access === undefined)
  expect(undecided.map(({ route }) => undecidedRoute(route))).toEqual([])
})

test('every line of the table has a route, and every sample request too', () => {
  const named = new Set(routes.map(({ access }) => access))
  expect(Object.keys(accessTable).filter((action) => !named.has(action as AccessAction))).toEqual([]) // its keys
  const known = new Set(routes.map(({ route }) => route))
  expect(Object.keys(sampleRequests).filter((route) => !known.has(route))).toEqual([])
})

/** What the table says of a visitor (null: nobody is signed in) at a route. */
function expectedOf(action: AccessAction, sample: SampleRequest, visitor: Visitor | null): Outcome {
  const line = lineOf(action)
  const { status = 200, othersStatus = status } = sample
  const refused = (status: number, code: string) => ({ status, code, ...(sample.gives && { gives: false }) })
  const answered = (status: number, gives: boolean) => ({ status, ...(sample.gives && { gives }) })
  switch (line.over) {
    case 'nothing':
      return answered(status, false)
    case 'secret':
      return refused(sample.status ?? 401, sample.refusal ?? 'unauthenticated')
    case 'visitor':
      return answered(status, visitor === awa)
    case 'own':
      if (visitor === null) return refused(401, 'unauthenticated')
      if (sample.statusFor) return answered(sample.statusFor(visitor), visitor === awa)
      return visitor === awa ? answered(status, true) : answered(othersStatus, false)
    case 'structure':
    case 'team':
    case 'territory':
    case 'training-body': {
      if (visitor === null) return refused(401, 'unauthenticated')
      const holds = visitor.standing === 'own'
      return permits(action, line.over, holds ? [visitor.role] : [])
        ? answered(status, true)
        : refused(403, 'forbidden')
    }
  }
}

/** The route's sample, or the route itself with the id of its scope. */
function requestOf(route: string, action: AccessAction, from: PersonId): InjectOptions {
  const [method = '', path = ''] = route.split(' ')
  const { over } = lineOf(action)
  const ids: Readonly<Record<string, string>> = {
    structure: townHall.id,
    team: ariegeTeam.id,
    'training-body': institute.body,
  }
  const id = ids[over]
  const url = id === undefined ? path : path.replace(':id', id)
  const plain: InjectOptions = method === 'GET' ? { url } : mutation(url, { method: method as 'POST' }) // of a route
  const sample = sampleRequests[route]?.request?.(from)
  const request = { ...plain, ...sample }
  if (sample?.url === undefined && /:\w+/.test(url)) throw new Error(askForSample(route, 'it has parameters'))
  return request
}

function askForSample(route: string, because: string): string {
  return `${route} can’t be tried as it is (${because}): say what a valid request of it is in tests/server/http/sample-requests.ts.`
}

async function outcomeOf(app: App, route: string, action: AccessAction, visitor: Visitor | null) {
  const request = requestOf(route, action, visitor?.id ?? cast.awa.id)
  const session = visitor === null ? {} : await signedIn(app, visitor.id)
  const answer: Answer = await app.inject({ ...request, headers: { ...request.headers, ...session } })
  const sample = sampleRequests[route] ?? {}
  const expected = expectedOf(action, sample, visitor)
  if (answer.statusCode === 400 && expected.status !== 400)
    throw new Error(askForSample(route, `400: ${answer.body}`))
  expect(sample.hides?.(answer) ?? false, 'what nobody may read was answered').toBe(false)
  const found: Outcome = {
    status: answer.statusCode,
    ...(expected.code !== undefined && { code: /"code":"([\w-]+)"/.exec(answer.body)?.[1] }),
    ...(sample.gives && { gives: sample.gives(answer) }),
  }
  return { found, expected }
}

const name = (visitor: Visitor | null) => visitor?.name ?? 'nobody'

describeEachStore('access', (given) => {
  /** One for all routes: with the demonstration's issuer in it, it takes half a second to open. */
  let app: App
  let world: KeptWorld

  beforeAll(async () => {
    app = await openApp(given(), { configuration })
    await beside(() => emptyStore(given()))
    world = await beside(() => keepWorld(given(), plantVisitors))
  })

  afterAll(() => app?.close())

  test.each(routes)('I14 $route gives each role what is its own, and no more', async ({ route, access }) => {
    if (access === undefined) throw new Error(undecidedRoute(route))
    await beside(() => world.putIn())
    const found: [string, Outcome][] = []
    const expected: [string, Outcome][] = []
    // Awa comes last: what she does must not be what lets others in or keeps them out.
    for (const visitor of [null, ...visitors, awa]) {
      const outcome = await outcomeOf(app, route, access, visitor)
      found.push([name(visitor), outcome.found])
      expected.push([name(visitor), outcome.expected])
      // Who may change something has: the next begins with the same world.
      if (!route.startsWith('GET ') && 'roles' in lineOf(access) && outcome.expected.code === undefined) {
        await beside(() => emptyStore(given()))
        await beside(() => world.putIn())
      }
    }
    expect(found).toEqual(expected)
  })
})
