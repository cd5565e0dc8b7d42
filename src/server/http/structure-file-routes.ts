import { Readable } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import * as z from 'zod/mini'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import { structureIdSchema } from '../../domain/ids.ts'
import { turnstile } from '../store/turnstile.ts'
import { activitiesCsv } from '../structure/activities-csv.ts'
import { activityQuestionInQuery, activityQuestionOf, otherFilters } from './activity-question.ts'
import type { App } from './app.ts'
import { toCoded, withoutPersonalData } from './problem.ts'
import { requireAccess } from './require-access.ts'

const route = {
  config: { access: 'read-structure-activities' },
  schema: {
    params: z.object({ id: structureIdSchema }),
    querystring: z.catchall(z.object(activityQuestionInQuery), otherFilters),
  },
} as const

/** Files made at once, of this process: the next one is told to come back. */
const filesAtOnce = { places: 4, waiting: 4, patience: 10_000 }

/** What a structure's members take away of its advisors' work. */
export async function structureFileRoutes(app: App): Promise<void> {
  const files = turnstile(filesAtOnce)

  app.get('/api/structures/:id/activities.csv', route, async (request, reply) => {
    const structure = request.params.id
    const person = await requireAccess(request, { over: 'structure', id: structure })
    const { filter } = activityQuestionOf(request.query)
    const now = app.clock()
    const leave = await files.enter()
    const pieces = activitiesCsv(app.store, { person: person.id, structure, filter, now })
    // A piece in hand while the one before is being sent, and no more.
    const file = Readable.from(withCodes(pieces, request.log), { objectMode: true, highWaterMark: 1 })
    file.once('close', leave)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="espace-coop-activites-${frenchDayOf(now)}.csv"`)
      .send(file)
  })
}

/** A file that fails is cut short. Messages of the database quote what people wrote: they stay out of the log. */
async function* withCodes(
  pieces: AsyncIterable<string>,
  log: FastifyBaseLogger,
): AsyncGenerator<string, void, undefined> {
  try {
    yield* pieces
  } catch (error) {
    const { code } = toCoded(error)
    if (code === 'internal') log.error(withoutPersonalData(error), 'unexpected error')
    throw new CodedError(code)
  }
}
