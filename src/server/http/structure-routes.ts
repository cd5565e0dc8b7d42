import * as z from 'zod/mini'
import { permittedActivityPageSchema } from '../../domain/access/permitted-activity.ts'
import { structureIdSchema } from '../../domain/ids.ts'
import { logReading } from '../structure/log-reading.ts'
import { readStructureActivities } from '../structure/read-structure-activities.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'

const route = {
  config: { access: 'read-structure-activities' },
  schema: {
    params: z.object({ id: structureIdSchema }),
    querystring: z.object({
      cursor: z.optional(z.string().check(z.maxLength(200))),
      limit: z.prefault(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
    }),
    response: { 200: permittedActivityPageSchema },
  },
} as const

/** What a structure's members read of its advisors' work, report by report. */
export async function structureRoutes(app: App): Promise<void> {
  app.get('/api/structures/:id/activities', route, async (request) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    const page = await readStructureActivities(app.store.db, { person, structure, ...request.query })
    await logReading(app.store, { person, structure, now: app.clock() }, 'list', page.items)
    return page
  })
}
