import * as z from 'zod/mini'
import { groupFiguresSchema } from '../../domain/access/group-figures.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { personIdSchema, structureIdSchema, teamIdSchema } from '../../domain/ids.ts'
import { BookShelf } from '../figures/book-shelf.ts'
import { readStructureFigures, readTeamFigures, type FiguresAsked } from '../figures/read-group-figures.ts'
import type { App } from './app.ts'
import { daysAskedIn, daysInQuery } from './period-in-query.ts'
import { requireCoordination } from './require-coordination.ts'
import { requireMembership } from './require-membership.ts'

const askedSchema = z.object({
  ...daysInQuery,
  conseiller: z.optional(personIdSchema),
})

const answers = { querystring: askedSchema, response: { 200: groupFiguresSchema } }
const structureRoute = { schema: { params: z.object({ id: structureIdSchema }), ...answers } }
const teamRoute = { schema: { params: z.object({ id: teamIdSchema }), ...answers } }

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
    ...daysAskedIn(query),
    advisor: query.conseiller,
    today: frenchDayOf(now),
  }
}
