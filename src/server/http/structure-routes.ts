import * as z from 'zod/mini'
import { activityChoicesSchema, permittedActivityPageSchema } from '../../domain/access/permitted-activity.ts'
import { structureIdSchema } from '../../domain/ids.ts'
import { logReading } from '../structure/log-reading.ts'
import { readActivityChoices } from '../structure/read-activity-choices.ts'
import { readStructureActivities } from '../structure/read-structure-activities.ts'
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
/** What a structure's members read of its advisors' work, report by report. */
export async function structureRoutes(app: App): Promise<void> {
  const { db } = app.store

  app.get('/api/structures/:id/activities', listRoute, async (request) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    const { cursor, limit, ...query } = request.query
    const question = { person, structure, ...activityQuestionOf(query) }
    const page = await readStructureActivities(db, { ...question, cursor, limit })
    await logReading(app.store, { person, structure, now: app.clock() }, 'list', page.items)
    return page
  })

  app.get('/api/structures/:id/activity-choices', choicesRoute, async (request) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    const { filter } = activityQuestionOf(request.query)
    return readActivityChoices(db, { person, structure, filter })
  })
}
