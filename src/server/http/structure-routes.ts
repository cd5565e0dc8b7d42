import * as z from 'zod/mini'
import { permittedActivityPageSchema } from '../../domain/access/permitted-activity.ts'
import { structureIdSchema } from '../../domain/ids.ts'
import { readStructureActivities } from '../structure/read-structure-activities.ts'
import type { App } from './app.ts'
import { requireMembership } from './require-membership.ts'

const route = {
  schema: {
    params: z.object({ id: structureIdSchema }),
    querystring: z.object({
      cursor: z.optional(z.string().check(z.maxLength(200))),
      limit: z.prefault(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
    }),
    response: { 200: permittedActivityPageSchema },
  },
}

/** What a structure's members read of its advisors' work, report by report. */
export async function structureRoutes(app: App): Promise<void> {
  app.get('/api/structures/:id/activities', route, async (request) => {
    const structure = request.params.id
    const person = await requireMembership(request, structure)
    return readStructureActivities(app.store.db, { person: person.id, structure, ...request.query })
  })
}
