import * as z from 'zod/mini'
import {
  ownKitSchema,
  structureKitSchema,
  structureSizesSchema,
} from '../../domain/access/kit-on-the-wire.ts'
import { structureSaysKitSchema } from '../../domain/commitments/kit/said-kit-fact.ts'
import { structureIdSchema } from '../../domain/ids.ts'
import { readOwnKit, readStructureKit, readStructureSizes } from '../commitments/read-kit.ts'
import { recordStructureKitFact } from '../commitments/record-kit-fact.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'
import { requirePerson } from './require-person.ts'

const ofStructure = z.object({ id: structureIdSchema })

/** Clothing and equipment: kept by a structure, confirmed by its advisors. */
export async function kitRoutes(app: App): Promise<void> {
  structureRoutesOfKit(app)
  ownRouteOfKit(app)
}

function structureRoutesOfKit(app: App): void {
  app.get(
    '/api/structures/:id/kit',
    {
      config: { access: 'read-structure-kit' },
      schema: { params: ofStructure, response: { 200: structureKitSchema } },
    },
    async (request) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      return readStructureKit(app.store, { person, structure })
    },
  )
  app.get(
    '/api/structures/:id/kit/sizes',
    {
      config: { access: 'read-clothing-sizes' },
      schema: { params: ofStructure, response: { 200: structureSizesSchema } },
    },
    async (request) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      return readStructureSizes(app.store, { person, structure })
    },
  )
  app.post(
    '/api/structures/:id/kit/facts',
    {
      config: { access: 'change-structure-kit' },
      schema: { params: ofStructure, body: structureSaysKitSchema },
    },
    async (request, reply) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      await recordStructureKitFact(app.store, { person, structure, now: app.clock() }, request.body)
      return reply.code(204).send()
    },
  )
}

/** What an advisor says of their own comes by the sync engine (decision 017). */
function ownRouteOfKit(app: App): void {
  app.get(
    '/api/own-kit',
    { config: { access: 'read-own-kit' }, schema: { response: { 200: ownKitSchema } } },
    async (request) => readOwnKit(app.store, requirePerson(request).id),
  )
}
