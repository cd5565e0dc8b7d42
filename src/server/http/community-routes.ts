import * as z from 'zod/mini'
import {
  madeCalendarLinkSchema,
  markingSchema,
  ownCommunitySchema,
  structureCommunitySchema,
  teamEventsSchema,
  territoryEventsSchema,
} from '../../domain/access/community-on-the-wire.ts'
import { structureTimeSchema } from '../../domain/access/structure-time.ts'
import { saysOfEventSchema } from '../../domain/community/community-fact.ts'
import { communityEventIdSchema } from '../../domain/confirmation/event-confirmation.ts'
import { structureIdSchema, teamIdSchema } from '../../domain/ids.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import {
  calendarLinkPath,
  closeCalendarLink,
  makeCalendarLink,
  readCalendarByLink,
} from '../community/calendar-link.ts'
import { markAttendance } from '../community/mark-attendance.ts'
import { sayOfEvent } from '../community/publish-event.ts'
import {
  readOwnCommunity,
  readStructureCommunity,
  readTeamEvents,
  readTerritoryEvents,
} from '../community/read-community.ts'
import { readStructureTime } from '../community/read-structure-time.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'
import { requirePerson } from './require-person.ts'

const ofStructure = z.object({ id: structureIdSchema })
const ofTeam = z.object({ id: teamIdSchema })
const ofTeamEvent = z.object({ id: teamIdSchema, event: communityEventIdSchema })
const inDepartment = z.object({
  departement: z.optional(z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' }))),
})

/** The life of the community: published by the State and by coordinators, told by whom it concerns. */
export async function communityRoutes(app: App): Promise<void> {
  stateRoutesOfCommunity(app)
  teamRoutesOfCommunity(app)
  readersRoutesOfCommunity(app)
  calendarRoutes(app)
}

function stateRoutesOfCommunity(app: App): void {
  app.get(
    '/api/state/community',
    {
      config: { access: 'read-territory-events' },
      schema: { querystring: inDepartment, response: { 200: territoryEventsSchema } },
    },
    async (request) => {
      // `isDepartmentCode` has refused all others.
      const department = request.query.departement as DepartmentCode | undefined
      await requireAccess(request, { over: 'territory', id: department ?? 'nation' })
      return readTerritoryEvents(app.store, { department: department ?? null, now: app.clock() })
    },
  )
  app.post(
    '/api/state/community/:event/facts',
    {
      config: { access: 'publish-territory-events' },
      schema: {
        params: z.object({ event: communityEventIdSchema }),
        querystring: inDepartment,
        body: saysOfEventSchema,
      },
    },
    async (request, reply) => {
      // `isDepartmentCode` has refused all others.
      const department = request.query.departement as DepartmentCode | undefined
      const { id: person } = await requireAccess(request, { over: 'territory', id: department ?? 'nation' })
      const audience = department
        ? ({ over: 'department', department } as const)
        : ({ over: 'nation' } as const)
      const { event } = request.params
      await sayOfEvent(app.store, { person, event, audience, now: app.clock() }, request.body)
      return reply.code(204).send()
    },
  )
}

function teamRoutesOfCommunity(app: App): void {
  app.get(
    '/api/teams/:id/community',
    {
      config: { access: 'read-team-events' },
      schema: { params: ofTeam, response: { 200: teamEventsSchema } },
    },
    async (request) => {
      const team = request.params.id
      const { id: person } = await requireAccess(request, { over: 'team', id: team })
      return readTeamEvents(app.store, { person, team, now: app.clock() })
    },
  )
  app.post(
    '/api/teams/:id/community/:event/facts',
    { config: { access: 'publish-team-events' }, schema: { params: ofTeamEvent, body: saysOfEventSchema } },
    async (request, reply) => {
      const { id: team, event } = request.params
      const { id: person } = await requireAccess(request, { over: 'team', id: team })
      const audience = { over: 'team', team } as const
      await sayOfEvent(app.store, { person, event, audience, now: app.clock() }, request.body)
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/teams/:id/community/:event/marks',
    { config: { access: 'mark-team-attendance' }, schema: { params: ofTeamEvent, body: markingSchema } },
    async (request, reply) => {
      const { id: team, event } = request.params
      const { id: person } = await requireAccess(request, { over: 'team', id: team })
      await markAttendance(app.store, { person, team, event, now: app.clock() }, request.body)
      return reply.code(204).send()
    },
  )
}

function readersRoutesOfCommunity(app: App): void {
  app.get(
    '/api/structures/:id/community',
    {
      config: { access: 'read-structure-community' },
      schema: { params: ofStructure, response: { 200: structureCommunitySchema } },
    },
    async (request) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      return readStructureCommunity(app.store, { person, structure, now: app.clock() })
    },
  )
  app.get(
    '/api/structures/:id/time',
    {
      config: { access: 'read-structure-figures' },
      schema: { params: ofStructure, response: { 200: structureTimeSchema } },
    },
    async (request) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      return readStructureTime(app.store, { person, structure, now: app.clock() })
    },
  )
  app.get(
    '/api/own-community',
    { config: { access: 'read-own-community' }, schema: { response: { 200: ownCommunitySchema } } },
    async (request) => {
      const { id: person } = requirePerson(request)
      return readOwnCommunity(app.store, { person, now: app.clock() })
    },
  )
}

/** A link by which one's calendar reads one's events, and what it reads. */
function calendarRoutes(app: App): void {
  const { store, clock, ids, configuration } = app
  const desk = { store, clock, ids, publicUrl: configuration.publicUrl }
  app.post(
    '/api/own-calendar-link',
    { config: { access: 'manage-own-calendar-link' }, schema: { response: { 201: madeCalendarLinkSchema } } },
    async (request, reply) => {
      const made = await makeCalendarLink(desk, requirePerson(request).id)
      return reply.code(201).send(made)
    },
  )
  app.delete(
    '/api/own-calendar-link',
    { config: { access: 'manage-own-calendar-link' } },
    async (request, reply) => {
      await closeCalendarLink(store, requirePerson(request).id)
      return reply.code(204).send()
    },
  )
  app.get(
    `${calendarLinkPath}/:file`,
    {
      config: { access: 'read-calendar-by-link' },
      schema: { params: z.object({ file: z.string().check(z.maxLength(100)) }), hide: true },
    },
    async (request, reply) =>
      reply
        .headers({
          'cache-control': 'no-store',
          'x-robots-tag': 'noindex, nofollow, noarchive',
          'content-type': 'text/calendar; charset=utf-8',
        })
        .send(await readCalendarByLink(desk, request.params.file.replace(/\.ics$/, ''))),
  )
}
