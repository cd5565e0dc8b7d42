import Fastify from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { expect, onTestFinished, test } from 'vitest'
import { answerWithProblems } from '../../../src/server/http/problem.ts'
import type { App } from '../../../src/server/http/app.ts'
import { holdToAccessTable } from '../../../src/server/http/require-access.ts'

/** As much of the server as holds its routes to the table of access. */
function anEmptyApp(): App {
  const app: App = Fastify().withTypeProvider<ZodTypeProvider>()
  onTestFinished(() => app.close())
  answerWithProblems(app)
  holdToAccessTable(app)
  return app
}

test('a route that names no line of the table of access is refused at start, and told what to do', () => {
  const app = anEmptyApp()
  const add = () => app.get('/api/anything', async () => 'anything')
  expect(add).toThrow('GET /api/anything names no line of the table of access')
  expect(add).toThrow('src/domain/access/access-table.ts')
})

test('a handler that answers about a scope without having asked who may is not let through', async () => {
  const app = anEmptyApp()
  const config = { access: 'read-structure-activities' } as const
  app.get('/api/structures/:id/anything', { config }, async () => ({ secret: 'a report' }))
  const answer = await app.inject({ url: '/api/structures/1/anything' })
  expect([answer.statusCode, answer.body.includes('a report')]).toEqual([500, false])
})

test('a handler over nobody’s scope answers without asking', async () => {
  const app = anEmptyApp()
  app.get('/api/anything', { config: { access: 'probe-server' } }, async () => ({ fine: true }))
  expect((await app.inject({ url: '/api/anything' })).json()).toEqual({ fine: true })
})
