import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import {
  breakdownLine,
  breakdownsAnswerSchema,
  breakdownsQuerySchema,
  editionsAnswerSchema,
  rowsQuerySchema,
  totalsAnswerSchema,
  totalsLine,
} from '../../domain/open-data/api-v1.ts'
import { readRows, type PageAsked } from '../open-data/read-rows.ts'
import { breakdownRows, publishedEditions, totalsRows } from '../store/open-data-editions.ts'
import { apiV1Document } from './api-v1-document.ts'
import type { App } from './app.ts'
import { limitTokenRate } from './rate-limits.ts'
import { departmentInScope, requireToken } from './require-token.ts'
import { isUnchanged } from './unchanged-answer.ts'

/** Who asks shows a token instead of a session. */
const byToken = { public: true, access: 'read-by-token' } as const
const nothingNew = z.null()

/** What other systems of the State read: the published editions, and nothing else. */
export async function apiV1Routes(app: App): Promise<void> {
  const document = apiV1Document(app.configuration.publicUrl)
  app.get(
    '/api/v1/openapi.json',
    { config: { public: true, access: 'read-open-data' } },
    async (_request, reply) => {
      void reply.headers({ 'cache-control': 'public, max-age=3600', ...forEverybody })
      return document
    },
  )
  await app.register(tokenRoutes)
}

/** A description is read by tools of other sites too. */
const forEverybody = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

async function tokenRoutes(app: App): Promise<void> {
  limitTokenRate(app)
  const { db } = app.store

  const editions = { config: byToken, schema: { response: { 200: editionsAnswerSchema, 304: nothingNew } } }
  app.get('/api/v1/editions', editions, async (request, reply) => {
    await requireToken(request)
    const published = await publishedEditions(db)
    return once(request, reply, {
      editions: published.map(({ number, year, countedAt }) => ({
        edition: number,
        annee: year,
        comptee_le: countedAt,
      })),
    })
  })

  const totals = {
    config: byToken,
    schema: { querystring: rowsQuerySchema, response: { 200: totalsAnswerSchema, 304: nothingNew } },
  }
  app.get('/api/v1/totaux', totals, async (request, reply) => {
    const token = await requireToken(request)
    const department = departmentInScope(token, 'totaux', request.query.departement)
    const { rows, next } = await readRows(db, totalsRows, { ...pageAsked(request.query), department })
    return once(request, reply, { lignes: rows.map(totalsLine), suivant: next })
  })

  const breakdowns = {
    config: byToken,
    schema: {
      querystring: breakdownsQuerySchema,
      response: { 200: breakdownsAnswerSchema, 304: nothingNew },
    },
  }
  app.get('/api/v1/repartitions', breakdowns, async (request, reply) => {
    const token = await requireToken(request)
    const department = departmentInScope(token, 'repartitions', request.query.departement)
    const { dimension } = request.query
    const asked = { ...pageAsked(request.query), department, dimension }
    const { rows, next } = await readRows(db, breakdownRows, asked)
    return once(request, reply, { lignes: rows.map(breakdownLine), suivant: next })
  })
}

function pageAsked({ edition, curseur, limite }: z.infer<typeof rowsQuerySchema>): PageAsked {
  return { edition, cursor: curseur, limit: limite }
}

/** The answer, or that it is the one that whoever asks has. */
function once<T extends object>(request: FastifyRequest, reply: FastifyReply, answer: T): T | FastifyReply {
  const isKnown = isUnchanged(request, reply, JSON.stringify(answer), 'private, no-cache')
  return isKnown ? reply.code(304).send() : answer
}
