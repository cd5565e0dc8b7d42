import * as z from 'zod/mini'
import {
  activityChoicesSchema,
  permittedActivityPageSchema,
  permittedActivitySchema,
} from '../../domain/access/permitted-activity.ts'
import { CodedError } from '../../domain/errors.ts'
import { documentIdSchema, structureIdSchema } from '../../domain/ids.ts'
import { readActivityChoices } from '../structure/read-activity-choices.ts'
import { readStructureActivities, readStructureActivity } from '../structure/read-structure-activities.ts'
import { activityQuestionInQuery, activityQuestionOf, otherFilters } from './activity-question.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'

const config = { access: 'read-structure-activities' } as const
const params = z.object({ id: structureIdSchema })

const listRoute = {
  config,
  schema: {
    params,
    querystring: z.catchall(
      z.object({
        cursor: z.optional(z.string().check(z.maxLength(300))),
        limit: z.prefault(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
        ...activityQuestionInQuery,
      }),
      otherFilters,
    ),
    response: { 200: permittedActivityPageSchema },
  },
}
const choicesRoute = {
  config,
  schema: {
    params,
    querystring: z.catchall(z.object(activityQuestionInQuery), otherFilters),
    response: { 200: activityChoicesSchema },
  },
}
const oneRoute = {
  config,
  schema: {
    params: z.object({ id: structureIdSchema, report: documentIdSchema }),
    response: { 200: permittedActivitySchema },
  },
}

/** What a structure's members read of its advisors' work, report by report. */
export async function structureRoutes(app: App): Promise<void> {
  const { db } = app.store

  app.get('/api/structures/:id/activities', listRoute, async (request) => {
    const structure = request.params.id
    const person = await requireAccess(request, { over: 'structure', id: structure })
    const { cursor, limit, ...query } = request.query
    const question = { person: person.id, structure, ...activityQuestionOf(query) }
    return readStructureActivities(db, { ...question, cursor, limit })
  })

  app.get('/api/structures/:id/activity-choices', choicesRoute, async (request) => {
    const structure = request.params.id
    const person = await requireAccess(request, { over: 'structure', id: structure })
    const { filter } = activityQuestionOf(request.query)
    return readActivityChoices(db, { person: person.id, structure, filter })
  })

  app.get('/api/structures/:id/activities/:report', oneRoute, async (request) => {
    const { id: structure, report } = request.params
    const person = await requireAccess(request, { over: 'structure', id: structure })
    const activity = await readStructureActivity(db, { person: person.id, structure, id: report })
    if (!activity) throw new CodedError('not-found')
    return activity
  })
}
