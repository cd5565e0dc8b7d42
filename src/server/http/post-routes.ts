import * as z from 'zod/mini'
import { contractAcceptanceSchema, contractOfferSchema } from '../../domain/access/contract-offer.ts'
import { ownContractsSchema } from '../../domain/access/own-contracts.ts'
import {
  commitmentsForStateSchema,
  structureCommitmentsSchema,
} from '../../domain/access/structure-commitments.ts'
import { structureMissionsSchema } from '../../domain/access/structure-missions.ts'
import { structurePostsSchema } from '../../domain/access/structure-posts.ts'
import { teamPostsSchema } from '../../domain/access/territory-posts.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { offerIdSchema, postIdSchema } from '../../domain/commitments/post-ids.ts'
import {
  importedAnswerSchema,
  importedPostsSchema,
  newPostSchema,
  stateSaysSchema,
  structureSaysSchema,
} from '../../domain/commitments/said-post-fact.ts'
import { structureIdSchema, teamIdSchema } from '../../domain/ids.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import { acceptOffer, declineOffer, readOffer } from '../commitments/answer-offer.ts'
import { BoardShelf } from '../commitments/board-shelf.ts'
import { createPost } from '../commitments/create-post.ts'
import { importPosts } from '../commitments/import-posts.ts'
import { sendOfferAgain } from '../commitments/offer-contract.ts'
import { readCommitmentsForState } from '../commitments/read-commitments-for-state.ts'
import { readCommitments } from '../commitments/read-commitments.ts'
import { readMissions } from '../commitments/read-missions.ts'
import { readOwnContracts } from '../commitments/read-own-contracts.ts'
import { readStructurePosts, readTeamPosts, readTerritoryPosts } from '../commitments/read-posts.ts'
import { recordStateFact } from '../commitments/record-state-fact.ts'
import { recordStructureFact } from '../commitments/record-structure-fact.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import type { App } from './app.ts'
import { sendKept } from './kept-answer.ts'
import { requireAccess } from './require-access.ts'
import { requirePerson } from './require-person.ts'

const ofStructure = z.object({ id: structureIdSchema })
const ofPost = z.object({ id: structureIdSchema, post: postIdSchema })

/** The life of posts: attributed by the State, filled by structures, read by whom it concerns. */
export async function postRoutes(app: App): Promise<void> {
  const { store, clock, ids, postman, configuration } = app
  const { publicUrl } = configuration
  const desk: AccessDesk = { store, clock, ids, publicUrl, wakePostman: () => postman.wake() }
  stateRoutesOfPosts(app, desk)
  structureRoutesOfPosts(app, desk)
  offerRoutes(app, desk)
  readingRoutes(app)
}

function stateRoutesOfPosts(app: App, desk: AccessDesk): void {
  const shelf = new BoardShelf()
  const department = z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' }))
  app.get(
    '/api/state/posts',
    {
      config: { access: 'read-territory-posts' },
      schema: { querystring: z.object({ departement: z.optional(department) }) },
    },
    /** Answers a `territoryPostsSchema`. */
    async (request, reply) => {
      // `isDepartmentCode` has refused all others.
      const asked = request.query.departement as DepartmentCode | undefined
      const { id: person } = await requireAccess(request, { over: 'territory', id: asked ?? 'nation' })
      const question = { person, department: asked ?? null, now: app.clock() }
      return sendKept(request, reply, await readTerritoryPosts(app.store, shelf, question))
    },
  )
  app.post(
    '/api/state/posts',
    {
      config: { access: 'attribute-posts' },
      schema: { body: newPostSchema, response: { 201: z.object({ id: postIdSchema }) } },
    },
    async (request, reply) => {
      // The schema has refused all others.
      const id = request.body.department as DepartmentCode
      const { id: person } = await requireAccess(request, { over: 'territory', id })
      await createPost(desk, person, request.body)
      return reply.code(201).send({ id: request.body.id })
    },
  )
  app.post(
    '/api/state/posts/import',
    {
      config: { access: 'attribute-posts' },
      schema: {
        querystring: z.object({ departement: z.optional(department) }),
        body: importedPostsSchema,
        response: { 200: importedAnswerSchema },
      },
    },
    async (request) => {
      // `isDepartmentCode` has refused all others.
      const id = (request.query.departement as DepartmentCode | undefined) ?? 'nation'
      const { id: person } = await requireAccess(request, { over: 'territory', id })
      return importPosts(desk, person, { posts: request.body.posts, territory: id })
    },
  )
  app.post(
    '/api/state/structures/:id/posts/:post/facts',
    { config: { access: 'change-territory-posts' }, schema: { params: ofPost, body: stateSaysSchema } },
    async (request, reply) => {
      const { id: structure, post } = request.params
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      await recordStateFact(desk, { person, structure, post }, request.body)
      return reply.code(204).send()
    },
  )
}

function structureRoutesOfPosts(app: App, desk: AccessDesk): void {
  app.get(
    '/api/structures/:id/posts',
    {
      config: { access: 'read-structure-posts' },
      schema: { params: ofStructure, response: { 200: structurePostsSchema } },
    },
    async (request) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      return readStructurePosts(app.store, { person, structure })
    },
  )
  app.post(
    '/api/structures/:id/posts/:post/facts',
    { config: { access: 'change-structure-posts' }, schema: { params: ofPost, body: structureSaysSchema } },
    async (request, reply) => {
      const { id: structure, post } = request.params
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      await recordStructureFact(desk, { person, structure, post }, request.body)
      return reply.code(204).send()
    },
  )
}

/** A contract that is offered: sent again by the structure, read and answered by whom it is for. */
function offerRoutes(app: App, desk: AccessDesk): void {
  app.post(
    '/api/structures/:id/posts/:post/offers/:offer/mail',
    {
      config: { access: 'change-structure-posts' },
      schema: { params: z.object({ ...ofPost.shape, offer: offerIdSchema }) },
    },
    async (request, reply) => {
      const { id: structure, post, offer } = request.params
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      await sendOfferAgain(desk, { person, structure, post }, offer)
      return reply.code(204).send()
    },
  )
  const params = z.object({ token: z.string().check(z.maxLength(100)) })
  const config = { access: 'answer-invitation' } as const
  app.get(
    '/api/contract-offers/:token',
    { config, schema: { params, response: { 200: contractOfferSchema } } },
    (request) => readOffer(desk, { person: requirePerson(request).id, ...request.params }),
  )
  app.post(
    '/api/contract-offers/:token/acceptance',
    { config, schema: { params, body: contractAcceptanceSchema } },
    async (request, reply) => {
      const answering = { person: requirePerson(request).id, ...request.params }
      await acceptOffer(desk, answering, request.body.seen)
      return reply.code(204).send()
    },
  )
  app.post('/api/contract-offers/:token/refusal', { config, schema: { params } }, async (request, reply) => {
    await declineOffer(desk, { person: requirePerson(request).id, ...request.params })
    return reply.code(204).send()
  })
}

function readingRoutes(app: App): void {
  app.get(
    '/api/own-contracts',
    { config: { access: 'read-own-contracts' }, schema: { response: { 200: ownContractsSchema } } },
    async (request) => readOwnContracts(app.store, requirePerson(request).id),
  )
  app.get(
    '/api/structures/:id/commitments',
    {
      config: { access: 'read-structure-commitments' },
      schema: { params: ofStructure, response: { 200: structureCommitmentsSchema } },
    },
    async (request) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      const now = app.clock()
      const question = { person, structure, today: frenchDayOf(now) }
      return { countedAt: now.toISOString(), ...(await readCommitments(app.store, question)) }
    },
  )
  app.get(
    '/api/structures/:id/missions',
    {
      config: { access: 'read-structure-commitments' },
      schema: { params: ofStructure, response: { 200: structureMissionsSchema } },
    },
    async (request) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      return readMissions(app.store, { person, structure, today: frenchDayOf(app.clock()) })
    },
  )
  app.get(
    '/api/state/structures/:id/commitments',
    {
      config: { access: 'read-territory-commitments' },
      schema: { params: ofStructure, response: { 200: commitmentsForStateSchema } },
    },
    async (request) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      const now = app.clock()
      const question = { person, structure, today: frenchDayOf(now) }
      return { countedAt: now.toISOString(), ...(await readCommitmentsForState(app.store, question)) }
    },
  )
  app.get(
    '/api/teams/:id/posts',
    {
      config: { access: 'read-team-posts' },
      schema: { params: z.object({ id: teamIdSchema }), response: { 200: teamPostsSchema } },
    },
    async (request) => {
      const team = request.params.id
      const { id: person } = await requireAccess(request, { over: 'team', id: team })
      const now = app.clock()
      const today = frenchDayOf(now)
      const posts = await readTeamPosts(app.store, { person, team, today })
      return { countedAt: now.toISOString(), today, posts }
    },
  )
}
