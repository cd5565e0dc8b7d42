import * as z from 'zod/mini'
import { askedQuestionSchema, structureThreadsSchema } from '../../domain/access/structure-questions.ts'
import { documentIdSchema, structureIdSchema } from '../../domain/ids.ts'
import { structureThreads } from '../store/report-messages.ts'
import { askQuestion } from '../structure/ask-question.ts'
import type { App } from './app.ts'
import { requireMembership } from './require-membership.ts'
import { requirePerson } from './require-person.ts'

const ofStructure = z.object({ id: structureIdSchema })

const readRoute = { schema: { params: ofStructure, response: { 200: structureThreadsSchema } } }
const askRoute = {
  schema: {
    params: ofStructure,
    body: askedQuestionSchema,
    response: { 201: z.object({ id: documentIdSchema }) },
  },
}

/** Questions on reports, and their answers: read by the structure's members, asked by who is *responsable*. */
export async function questionRoutes(app: App): Promise<void> {
  app.get('/api/structures/:id/questions', readRoute, async (request) => {
    const structure = request.params.id
    const person = await requireMembership(request, structure)
    return { threads: await structureThreads(app.store.db, { person: person.id, structure }) }
  })

  app.post('/api/structures/:id/questions', askRoute, async (request, reply) => {
    const { id: person } = requirePerson(request)
    const acting = { person, structure: request.params.id, now: app.clock() }
    return reply.code(201).send({ id: await askQuestion(app.store, acting, request.body) })
  })
}
