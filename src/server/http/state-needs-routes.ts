import * as z from 'zod/mini'
import { foundTerritoriesSchema, isInRemit, stateNeedsSchema } from '../../domain/access/state-needs.ts'
import { CodedError } from '../../domain/errors.ts'
import { nation, territoryIn } from '../../domain/needs/territory-key.ts'
import { readNeeds } from '../needs/read-needs.ts'
import { searchTerritories } from '../territory/search-territories.ts'
import { allTerritories } from '../territory/territories.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'
import { requireRemit } from './require-remit.ts'

const needsRoute = {
  config: { access: 'read-territory-needs' },
  schema: {
    querystring: z.object({
      /** As `commune:09261`; the nation without one. */
      territoire: z.optional(z.string().check(z.maxLength(30))),
      /** The last one that is told without one. */
      annee: z.optional(z.string().check(z.regex(/^\d{4}$/))),
    }),
    response: { 200: stateNeedsSchema },
  },
} as const

const territoriesRoute = {
  config: { access: 'search-own-territories' },
  schema: {
    querystring: z.object({ recherche: z.string().check(z.minLength(2), z.maxLength(100)) }),
    response: { 200: foundTerritoriesSchema },
  },
} as const

/** What the State reads of inhabitants' needs, territory by territory. */
export async function stateNeedsRoutes(app: App): Promise<void> {
  app.get('/api/state/needs', needsRoute, async (request) => {
    const { territoire, annee } = request.query
    const { department: remit } = await requireRemit(request)
    await requireAccess(request, { over: 'territory', id: remit ?? 'nation' })
    const territory = territoire === undefined ? nation : territoryIn(territoire)
    if (!territory) throw new CodedError('invalid-request', { field: 'territoire' })
    return readNeeds(
      { store: app.store, copy: app.figuresCopy, clock: app.clock },
      { remit, territory, year: annee === undefined ? undefined : Number(annee) },
    )
  })

  app.get('/api/state/needs/territories', territoriesRoute, async (request) => {
    const { department: remit } = await requireRemit(request)
    const isReadable = ({
      departments,
      ...territory
    }: Parameters<Parameters<typeof searchTerritories>[2]>[0]) => isInRemit(remit, territory, departments)
    return { territories: searchTerritories(await allTerritories(), request.query.recherche, isReadable) }
  })
}
