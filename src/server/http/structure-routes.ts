import * as z from 'zod/mini'
import { permittedActivityPageSchema } from '../../domain/access/permitted-activity.ts'
import { structureFiguresSchema } from '../../domain/access/structure-figures.ts'
import { calendarDaySchema, daysBetween, frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import { personIdSchema, structureIdSchema } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { timeSteps } from '../../domain/statistics/timeline.ts'
import { BookShelf } from '../figures/book-shelf.ts'
import { readStructureFigures } from '../figures/read-structure-figures.ts'
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

const figuresRoute = {
  schema: {
    params: z.object({ id: structureIdSchema }),
    querystring: z.object({
      du: calendarDaySchema,
      au: calendarDaySchema,
      /** The days that the totals are compared with. */
      'avant-du': calendarDaySchema,
      'avant-au': calendarDaySchema,
      pas: z.enum(timeSteps),
      conseiller: z.optional(personIdSchema),
    }),
    response: { 200: structureFiguresSchema },
  },
}

/** Ten years: more days than any report has. */
const longestDays = 3660

/** What a structure's members read of its advisors' work. */
export async function structureRoutes(app: App): Promise<void> {
  app.get('/api/structures/:id/activities', route, async (request) => {
    const structure = request.params.id
    const person = await requireMembership(request, structure)
    return readStructureActivities(app.store.db, { person: person.id, structure, ...request.query })
  })

  const shelf = new BookShelf()
  app.get('/api/structures/:id/figures', figuresRoute, async (request) => {
    const structure = request.params.id
    const person = await requireMembership(request, structure)
    const { du, au, 'avant-du': beforeFrom, 'avant-au': beforeTo, pas, conseiller } = request.query
    const now = app.clock()
    const figures = await readStructureFigures(app.store.db, shelf, {
      person: person.id,
      structure,
      period: periodOf(du, au),
      before: periodOf(beforeFrom, beforeTo),
      step: pas,
      advisor: conseiller,
      today: frenchDayOf(now),
    })
    return { countedAt: now.toISOString(), ...figures }
  })
}

/** Throws `invalid-request` for days that are no period, or too many to be one. */
function periodOf(from: CalendarDay, to: CalendarDay): Period {
  if (from > to || daysBetween(from, to) > longestDays)
    throw new CodedError('invalid-request', { field: 'au' })
  return { from, to }
}
