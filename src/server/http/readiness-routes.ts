import * as z from 'zod/mini'
import { teamReadinessSchema, territoryReadinessSchema } from '../../domain/access/readiness-on-the-wire.ts'
import { teamIdSchema } from '../../domain/ids.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import { readTeamReadiness, readTerritoryReadiness } from '../commitments/read-readiness.ts'
import { ReadinessShelf } from '../commitments/readiness-shelf.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'

/** Who is trained and equipped: of how many for the State, of whom for who coordinates a team. */
export async function readinessRoutes(app: App): Promise<void> {
  const shelf = new ReadinessShelf()
  const department = z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' }))
  app.get(
    '/api/state/readiness',
    {
      config: { access: 'read-territory-readiness' },
      schema: {
        querystring: z.object({ departement: z.optional(department) }),
        response: { 200: territoryReadinessSchema },
      },
    },
    async (request) => {
      // `isDepartmentCode` has refused all others.
      const asked = request.query.departement as DepartmentCode | undefined
      const { id: person } = await requireAccess(request, { over: 'territory', id: asked ?? 'nation' })
      const question = { person, department: asked ?? null, now: app.clock() }
      return readTerritoryReadiness(app.store, shelf, question)
    },
  )
  app.get(
    '/api/teams/:id/readiness',
    {
      config: { access: 'read-team-readiness' },
      schema: { params: z.object({ id: teamIdSchema }), response: { 200: teamReadinessSchema } },
    },
    async (request) => {
      const team = request.params.id
      const { id: person } = await requireAccess(request, { over: 'team', id: team })
      return readTeamReadiness(app.store, { person, team, now: app.clock() })
    },
  )
}
