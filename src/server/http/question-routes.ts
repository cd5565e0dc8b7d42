import * as z from 'zod/mini'
import { askedQuestionSchema, structureThreadsSchema } from '../../domain/access/structure-questions.ts'
import { documentIdSchema, structureIdSchema } from '../../domain/ids.ts'
import { structureThreads } from '../store/report-messages.ts'
import { askQuestion } from '../structure/ask-question.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'

const ofStructure = z.object({ id: structureIdSchema })

const readRoute = {
  config: { access: 'read-structure-questions' },
  schema: { params: ofStructure, response: { 200: structureThreadsSchema } },
} as const
const askRoute = {
  config: { access: 'ask-on-reports' },
  schema: {
    params: ofStructure,
    body: askedQuestionSchema,
    response: { 201: z.object({ id: documentIdSchema }) },
  },
} as const

/** Questions on reports, and their answers: read by the structure's members, asked by who is *responsable*. */
export async function questionRoutes(app: App): Promise<void> {
  app.get('/api/structures/:id/questions', readRoute, async (request) => {
    const structure = request.params.id
    const person = await requireAccess(request, { over: 'structure', id: structure })
    return { threads: await structureThreads(app.store.db, { person: person.id, structure }) }
  })

  app.post('/api/structures/:id/questions', askRoute, async (request, reply) => {
    const structure = request.params.id
    const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
    const acting = { person, structure, now: app.clock() }
    return reply.code(201).send({ id: await askQuestion(app.store, acting, request.body) })
  })
}
