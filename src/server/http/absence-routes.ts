import * as z from 'zod/mini'
import { declaredAbsenceSchema, structureAbsencesSchema } from '../../domain/access/structure-absences.ts'
import { documentIdSchema, structureIdSchema } from '../../domain/ids.ts'
import { declareAbsence, withdrawAbsence } from '../structure/declare-absence.ts'
import { readStructureAbsences } from '../structure/read-structure-absences.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'

const ofStructure = z.object({ id: structureIdSchema })

const readRoute = {
  config: { access: 'read-structure-absences' },
  schema: { params: ofStructure, response: { 200: structureAbsencesSchema } },
} as const
const declareRoute = {
  config: { access: 'declare-structure-absences' },
  schema: {
    params: ofStructure,
    body: declaredAbsenceSchema,
    response: { 201: z.object({ id: documentIdSchema }) },
  },
} as const
const withdrawRoute = {
  config: { access: 'declare-structure-absences' },
  schema: { params: z.object({ id: structureIdSchema, absence: documentIdSchema }) },
} as const

/** Absences of a structure's advisors: read by its members, declared and taken back by who is *responsable*. */
export async function absenceRoutes(app: App): Promise<void> {
  app.get('/api/structures/:id/absences', readRoute, async (request) => {
    const structure = request.params.id
    const person = await requireAccess(request, { over: 'structure', id: structure })
    return readStructureAbsences(app.store.db, { person: person.id, structure })
  })

  app.post('/api/structures/:id/absences', declareRoute, async (request, reply) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    const acting = { person, structure, now: app.clock() }
    return reply.code(201).send({ id: await declareAbsence(app.store, acting, request.body) })
  })

  app.delete('/api/structures/:id/absences/:absence', withdrawRoute, async (request, reply) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    const acting = { person, structure, now: app.clock() }
    await withdrawAbsence(app.store, acting, request.params.absence)
    return reply.code(204).send()
  })
}
