import * as z from 'zod/mini'
import { groupFiguresSchema } from '../../domain/access/group-figures.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { personIdSchema, structureIdSchema, teamIdSchema } from '../../domain/ids.ts'
import { BookShelf } from '../figures/book-shelf.ts'
import { readStructureFigures, readTeamFigures, type FiguresAsked } from '../figures/read-group-figures.ts'
import type { App } from './app.ts'
import { daysAskedIn, daysInQuery } from './period-in-query.ts'
import { requireAccess } from './require-access.ts'

const askedSchema = z.object({
  ...daysInQuery,
  conseiller: z.optional(personIdSchema),
})

const answers = { querystring: askedSchema, response: { 200: groupFiguresSchema } }
const structureRoute = {
  config: { access: 'read-structure-figures' },
  schema: { params: z.object({ id: structureIdSchema }), ...answers },
} as const
const teamRoute = {
  config: { access: 'read-team-figures' },
  schema: { params: z.object({ id: teamIdSchema }), ...answers },
} as const

/** Others' work, counted for those who may read its figures: employers, and who coordinates a team. */
export async function figuresRoutes(app: App): Promise<void> {
  const shelf = new BookShelf()

  app.get('/api/structures/:id/figures', structureRoute, async (request) => {
    const structure = request.params.id
    const person = await requireAccess(request, { over: 'structure', id: structure })
    const now = app.clock()
    const question = { person: person.id, structure, ...askedIn(request.query, now) }
    return { countedAt: now.toISOString(), ...(await readStructureFigures(app.store.db, shelf, question)) }
  })

  app.get('/api/teams/:id/figures', teamRoute, async (request) => {
    const team = request.params.id
    const person = await requireAccess(request, { over: 'team', id: team })
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
