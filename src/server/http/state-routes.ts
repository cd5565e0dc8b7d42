import * as z from 'zod/mini'
import { mostStateFilters, stateFiguresSchema } from '../../domain/access/state-figures.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import type { CopiedValue } from '../columnar-copy/asked-rows.ts'
import { isStateValue } from '../figures/read-state-figures.ts'
import type { App } from './app.ts'
import { daysAskedIn, daysInQuery } from './period-in-query.ts'
import { requireAccess } from './require-access.ts'

const department = z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' }))
const value = z.string().check(z.maxLength(100), z.refine(isStateValue, { error: 'Filtre inconnu' }))

const figuresRoute = {
  config: { access: 'read-territory-figures' },
  schema: {
    querystring: z.object({
      ...daysInQuery,
      /** The nation without one. */
      departement: z.optional(department),
      /** As `theme:email`, as often as there are values. */
      filtre: z.optional(z.union([value, z.array(value).check(z.maxLength(mostStateFilters))])),
    }),
    response: { 200: stateFiguresSchema },
  },
} as const

/** What the State reads. */
export async function stateRoutes(app: App): Promise<void> {
  app.get('/api/state/figures', figuresRoute, async (request) => {
    const { departement, filtre, ...days } = request.query
    // `isDepartmentCode` and `isStateValue` have refused all others.
    const asked = departement as DepartmentCode | undefined
    await requireAccess(request, { over: 'territory', id: asked ?? 'nation' })
    const { value: figures, countedAt } = await app.figuresCopy.ask('state-figures', {
      ...daysAskedIn(days),
      department: asked,
      values: [filtre ?? []].flat() as CopiedValue[],
    })
    return { countedAt, ...figures }
  })
}
