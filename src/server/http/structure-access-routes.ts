import * as z from 'zod/mini'
import {
  firstRequestsSchema,
  memberRoleSchema,
  offeredInvitationSchema,
  ownEmployerSchema,
  structureAccessSchema,
} from '../../domain/access/structure-access.ts'
import {
  accessRequestIdSchema,
  invitationIdSchema,
  personIdSchema,
  structureIdSchema,
} from '../../domain/ids.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import { firstRequests } from '../store/access-requests.ts'
import type { AccessDesk } from '../structure-access/access-desk.ts'
import { acceptInvitation, readInvitation } from '../structure-access/answer-invitation.ts'
import { askForAccess, readOwnEmployer } from '../structure-access/ask-for-access.ts'
import { changeRole, readStructureAccess, removeMember } from '../structure-access/change-access.ts'
import { invite, withdrawInvitation } from '../structure-access/invite.ts'
import { settleFirstRequest, settleOwnRequest } from '../structure-access/settle-request.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'
import { requirePerson } from './require-person.ts'

const structure = { id: structureIdSchema }
const changing = { access: 'change-structure-access' } as const
const token = z.string().check(z.maxLength(100))
const email = z
  .string()
  .check(z.trim(), z.maxLength(254), z.email({ error: 'Indiquez une adresse électronique.' }))

/** How an employer gets in, and who else does. */
export async function structureAccessRoutes(app: App): Promise<void> {
  const { store, clock, ids, postman, configuration } = app
  const { publicUrl } = configuration
  const desk: AccessDesk = { store, clock, ids, publicUrl, wakePostman: () => postman.wake() }
  ownRoutes(app, desk)
  memberRoutes(app, desk)
  invitationRoutes(app, desk)
  requestRoutes(app, desk)
}

/** What anybody may do for themselves. */
function ownRoutes(app: App, desk: AccessDesk): void {
  const asking = {
    config: { access: 'ask-for-access' },
    schema: { response: { 200: ownEmployerSchema } },
  } as const
  app.get('/api/own-employer', asking, (request) => readOwnEmployer(desk, requirePerson(request).id))
  app.post('/api/own-employer/requests', asking, (request) => askForAccess(desk, requirePerson(request).id))

  const answering = {
    config: { access: 'answer-invitation' },
    schema: { params: z.object({ token }), response: { 200: offeredInvitationSchema } },
  } as const
  app.get('/api/invitations/:token', answering, (request) =>
    readInvitation(desk, { person: requirePerson(request).id, ...request.params }),
  )
  app.post('/api/invitations/:token/acceptance', answering, (request) =>
    acceptInvitation(desk, { person: requirePerson(request).id, ...request.params }),
  )
}

function memberRoutes(app: App, desk: AccessDesk): void {
  app.get(
    '/api/structures/:id/access',
    {
      config: { access: 'read-structure-access' },
      schema: { params: z.object(structure), response: { 200: structureAccessSchema } },
    },
    async (request) => {
      const { id } = request.params
      const person = await requireAccess(request, { over: 'structure', id })
      return readStructureAccess(desk, { person: person.id, structure: id })
    },
  )
  const params = z.object({ ...structure, member: personIdSchema })
  app.delete(
    '/api/structures/:id/members/:member',
    { config: changing, schema: { params } },
    async (request, reply) => {
      const { id, member } = request.params
      const by = await requireAccess(request, { over: 'structure', id })
      await removeMember(desk, { by: by.id, structure: id, member })
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/structures/:id/members/:member/role',
    { config: changing, schema: { params, body: z.object({ role: memberRoleSchema }) } },
    async (request, reply) => {
      const { id, member } = request.params
      const by = await requireAccess(request, { over: 'structure', id })
      await changeRole(desk, { by: by.id, structure: id, member, ...request.body })
      return reply.code(204).send()
    },
  )
}

function invitationRoutes(app: App, desk: AccessDesk): void {
  const body = z.object({ email, role: memberRoleSchema })
  app.post(
    '/api/structures/:id/invitations',
    { config: changing, schema: { params: z.object(structure), body } },
    async (request, reply) => {
      const { id } = request.params
      const by = await requireAccess(request, { over: 'structure', id })
      await invite(desk, { by: by.id, structure: id, ...request.body })
      return reply.code(204).send()
    },
  )
  app.delete(
    '/api/structures/:id/invitations/:invitation',
    { config: changing, schema: { params: z.object({ ...structure, invitation: invitationIdSchema }) } },
    async (request, reply) => {
      const { id, invitation } = request.params
      const by = await requireAccess(request, { over: 'structure', id })
      await withdrawInvitation(desk, { by: by.id, structure: id, id: invitation })
      return reply.code(204).send()
    },
  )
}

function requestRoutes(app: App, desk: AccessDesk): void {
  const params = z.object({ ...structure, request: accessRequestIdSchema })
  app.post(
    '/api/structures/:id/access-requests/:request/answer',
    { config: changing, schema: { params, body: z.object({ role: z.nullable(memberRoleSchema) }) } },
    async (request, reply) => {
      const { id, request: asked } = request.params
      const by = await requireAccess(request, { over: 'structure', id })
      await settleOwnRequest(desk, { by: by.id, structure: id, request: asked, ...request.body })
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/state/structures/:id/access-requests/:request/answer',
    {
      config: { access: 'settle-first-request' },
      schema: { params, body: z.object({ accepted: z.boolean() }) },
    },
    async (request, reply) => {
      const { id, request: asked } = request.params
      const by = await requireAccess(request, { over: 'structure', id })
      const role = request.body.accepted ? 'responsable' : null
      await settleFirstRequest(desk, { by: by.id, structure: id, request: asked, role })
      return reply.code(204).send()
    },
  )
  const department = z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' }))
  app.get(
    '/api/state/access-requests',
    {
      config: { access: 'read-first-requests' },
      schema: {
        querystring: z.object({ departement: z.optional(department) }),
        response: { 200: firstRequestsSchema },
      },
    },
    async (request) => {
      // `isDepartmentCode` has refused all others.
      const territory = (request.query.departement as DepartmentCode | undefined) ?? 'nation'
      const person = await requireAccess(request, { over: 'territory', id: territory })
      return { requests: await firstRequests(app.store.db, { person: person.id, territory }) }
    },
  )
}
