import * as z from 'zod/mini'
import {
  answerAboutSchema,
  ownAnswerSchema,
  ownRemindersSchema,
  stateAnswerSchema,
  stateRemindersSchema,
  structureRemindersSchema,
  teamRemindersSchema,
} from '../../domain/access/reminders.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { structureIdSchema, teamIdSchema } from '../../domain/ids.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import {
  answerForOneself,
  answerForState,
  answerForStructure,
  answerForTeam,
} from '../reminders/answer-reminder.ts'
import {
  readOwnReminders,
  readStateReminders,
  readStructureReminders,
  readTeamReminders,
} from '../reminders/read-reminders.ts'
import type { ReminderDesk } from '../reminders/reminder-desk.ts'
import { setMailWanted } from '../reminders/stop-reminders.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'
import { requirePerson } from './require-person.ts'

const ofStructure = z.object({ id: structureIdSchema })
const ofTeam = z.object({ id: teamIdSchema })
const department = z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' }))

/** Who is silent, for those who may read it; what they say of it; and who wants no message. */
export async function reminderRoutes(app: App): Promise<void> {
  const { store, clock, ids, postman, configuration } = app
  const desk: ReminderDesk = {
    store,
    clock,
    ids,
    publicUrl: configuration.publicUrl,
    wakePostman: () => postman.wake(),
  }
  ownRoutes(app, desk)
  structureRoutes(app, desk)
  teamRoutes(app, desk)
  stateRoutes(app, desk)
}

function ownRoutes(app: App, desk: ReminderDesk): void {
  const reading = {
    config: { access: 'read-own-reminders' },
    schema: { response: { 200: ownRemindersSchema } },
  } as const
  app.get('/api/reminders/own', reading, (request) =>
    readOwnReminders(app.store.db, requirePerson(request).id),
  )
  const config = { access: 'manage-own-reminders' } as const
  const choosing = { config, schema: { body: z.object({ wanted: z.boolean() }) } }
  app.post('/api/reminders/own/mail', choosing, async (request, reply) => {
    const { id: person } = requirePerson(request)
    await setMailWanted(app.store, { person, isWanted: request.body.wanted, now: app.clock() })
    return reply.code(204).send()
  })
  app.post(
    '/api/reminders/own/answers',
    { config, schema: { body: ownAnswerSchema } },
    async (request, reply) => {
      await answerForOneself(desk, requirePerson(request).id, request.body)
      return reply.code(204).send()
    },
  )
}

function structureRoutes(app: App, desk: ReminderDesk): void {
  const reading = {
    config: { access: 'read-structure-reminders' },
    schema: { params: ofStructure, response: { 200: structureRemindersSchema } },
  } as const
  app.get('/api/structures/:id/reminders', reading, async (request) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    return readStructureReminders(app.store.db, { person, structure }, frenchDayOf(app.clock()))
  })
  const answering = {
    config: { access: 'answer-structure-reminders' },
    schema: {
      params: ofStructure,
      body: answerAboutSchema,
      response: { 200: z.object({ isAsked: z.boolean() }) },
    },
  } as const
  app.post('/api/structures/:id/reminders/answers', answering, async (request) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    return answerForStructure(desk, { person, structure }, request.body)
  })
}

function teamRoutes(app: App, desk: ReminderDesk): void {
  const reading = {
    config: { access: 'read-team-reminders' },
    schema: { params: ofTeam, response: { 200: teamRemindersSchema } },
  } as const
  app.get('/api/teams/:id/reminders', reading, async (request) => {
    const team = request.params.id
    const { id: person } = await requireAccess(request, { over: 'team', id: team })
    return readTeamReminders(app.store.db, { person, team }, frenchDayOf(app.clock()))
  })
  const answering = {
    config: { access: 'answer-team-reminders' },
    schema: { params: ofTeam, body: answerAboutSchema },
  } as const
  app.post('/api/teams/:id/reminders/answers', answering, async (request, reply) => {
    const team = request.params.id
    const { id: person } = await requireAccess(request, { over: 'team', id: team })
    await answerForTeam(desk, { person, team }, request.body)
    return reply.code(204).send()
  })
}

function stateRoutes(app: App, desk: ReminderDesk): void {
  const reading = {
    config: { access: 'read-territory-reminders' },
    schema: {
      querystring: z.object({ departement: z.optional(department) }),
      response: { 200: stateRemindersSchema },
    },
  } as const
  app.get('/api/state/reminders', reading, async (request) => {
    // `isDepartmentCode` has refused all others.
    const territory = (request.query.departement as DepartmentCode | undefined) ?? 'nation'
    const { id: person } = await requireAccess(request, { over: 'territory', id: territory })
    return readStateReminders(app.store.db, { person, territory }, frenchDayOf(app.clock()))
  })
  const answering = {
    config: { access: 'answer-territory-reminders' },
    schema: { params: ofStructure, body: stateAnswerSchema },
  } as const
  app.post('/api/state/structures/:id/reminders/answers', answering, async (request, reply) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    await answerForState(desk, { person, structure }, request.body)
    return reply.code(204).send()
  })
}
