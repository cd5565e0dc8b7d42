import * as z from 'zod/mini'
import { groupFiguresSchema } from '../../domain/access/group-figures.ts'
import { calendarDaySchema, daysBetween, frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import { personIdSchema, structureIdSchema, teamIdSchema } from '../../domain/ids.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { timeSteps } from '../../domain/statistics/timeline.ts'
import { BookShelf } from '../figures/book-shelf.ts'
import { readStructureFigures, readTeamFigures, type FiguresAsked } from '../figures/read-group-figures.ts'
import type { App } from './app.ts'
import { requireCoordination } from './require-coordination.ts'
import { requireMembership } from './require-membership.ts'

const askedSchema = z.object({
  du: calendarDaySchema,
  au: calendarDaySchema,
  /** The days that the totals are compared with. */
  'avant-du': calendarDaySchema,
  'avant-au': calendarDaySchema,
  pas: z.enum(timeSteps),
  conseiller: z.optional(personIdSchema),
})

const answers = { querystring: askedSchema, response: { 200: groupFiguresSchema } }
const structureRoute = { schema: { params: z.object({ id: structureIdSchema }), ...answers } }
const teamRoute = { schema: { params: z.object({ id: teamIdSchema }), ...answers } }

/** Ten years: more days than any report has. */
const longestDays = 3660

/** Others' work, counted for those who may read its figures: employers, and who coordinates a team. */
export async function figuresRoutes(app: App): Promise<void> {
  const shelf = new BookShelf()

  app.get('/api/structures/:id/figures', structureRoute, async (request) => {
    const structure = request.params.id
    const person = await requireMembership(request, structure)
    const now = app.clock()
    const question = { person: person.id, structure, ...askedIn(request.query, now) }
    return { countedAt: now.toISOString(), ...(await readStructureFigures(app.store.db, shelf, question)) }
  })

  app.get('/api/teams/:id/figures', teamRoute, async (request) => {
    const team = request.params.id
    const person = await requireCoordination(request, team)
    const now = app.clock()
    const question = { person: person.id, team, ...askedIn(request.query, now) }
    return { countedAt: now.toISOString(), ...(await readTeamFigures(app.store.db, shelf, question)) }
  })
}

function askedIn(query: z.infer<typeof askedSchema>, now: Date): FiguresAsked {
  return {
    period: periodOf(query.du, query.au),
    before: periodOf(query['avant-du'], query['avant-au']),
    step: query.pas,
    advisor: query.conseiller,
    today: frenchDayOf(now),
  }
}

/** Throws `invalid-request` for days that are no period, or too many to be one. */
function periodOf(from: CalendarDay, to: CalendarDay): Period {
  if (from > to || daysBetween(from, to) > longestDays)
    throw new CodedError('invalid-request', { field: 'au' })
  return { from, to }
}
