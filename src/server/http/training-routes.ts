import * as z from 'zod/mini'
import {
  ownTrainingSchema,
  structureTrainingSchema,
  traineesSchema,
  traineeTrainingSchema,
} from '../../domain/access/training-on-the-wire.ts'
import {
  bodySaysTrainingSchema,
  structureEntrustsSchema,
  structureSaysTrainingSchema,
} from '../../domain/commitments/training/said-training-fact.ts'
import { trainingBodyIdSchema } from '../../domain/commitments/training/training-ids.ts'
import { trainingLinesSchema } from '../../domain/commitments/training/training-lines.ts'
import { scopeIdSchema, structureIdSchema } from '../../domain/ids.ts'
import { importTraining } from '../commitments/import-training.ts'
import {
  readOwnTraining,
  readStructureTraining,
  readTrainee,
  readTrainees,
} from '../commitments/read-training.ts'
import {
  recordBodyTrainingFact,
  recordStructureTrainingFact,
  recordTrainee,
} from '../commitments/record-training-fact.ts'
import { answerInLines } from './answer-in-lines.ts'
import type { App } from './app.ts'
import { requireAccess } from './require-access.ts'
import { requirePerson } from './require-person.ts'

const ofStructure = z.object({ id: structureIdSchema })
const ofBody = z.object({ id: trainingBodyIdSchema })

/** Training and exams: told by who trains, seen by who employs and by whose training it is. */
export async function trainingRoutes(app: App): Promise<void> {
  structureRoutesOfTraining(app)
  bodyRoutesOfTraining(app)
  app.get(
    '/api/own-training',
    { config: { access: 'read-own-training' }, schema: { response: { 200: ownTrainingSchema } } },
    async (request) => readOwnTraining(app.store, requirePerson(request).id),
  )
}

function structureRoutesOfTraining(app: App): void {
  app.get(
    '/api/structures/:id/training',
    {
      config: { access: 'read-structure-training' },
      schema: { params: ofStructure, response: { 200: structureTrainingSchema } },
    },
    async (request) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      return readStructureTraining(app.store, { person, structure })
    },
  )
  app.post(
    '/api/structures/:id/training/facts',
    {
      config: { access: 'change-structure-training' },
      schema: { params: ofStructure, body: structureSaysTrainingSchema },
    },
    async (request, reply) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      await recordStructureTrainingFact(app, { person, structure }, request.body)
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/structures/:id/training/trainees',
    {
      config: { access: 'change-structure-training' },
      schema: { params: ofStructure, body: structureEntrustsSchema },
    },
    async (request, reply) => {
      const structure = request.params.id
      const { id: person } = await requireAccess(request, { over: 'structure', id: structure })
      await recordTrainee(app, { person, structure }, request.body)
      return reply.code(204).send()
    },
  )
}

function bodyRoutesOfTraining(app: App): void {
  app.get(
    '/api/training-bodies/:id/trainees',
    { config: { access: 'read-trainees' }, schema: { params: ofBody, response: { 200: traineesSchema } } },
    async (request) => {
      const body = request.params.id
      const { id: person } = await requireAccess(request, { over: 'training-body', id: body })
      return readTrainees(app.store, { person, body }, app.clock())
    },
  )
  app.get(
    '/api/training-bodies/:id/trainees/:scope',
    {
      config: { access: 'read-trainees' },
      schema: {
        params: z.extend(ofBody, { scope: scopeIdSchema }),
        response: { 200: traineeTrainingSchema },
      },
    },
    async (request) => {
      const { id: body, scope } = request.params
      const { id: person } = await requireAccess(request, { over: 'training-body', id: body })
      return readTrainee(app.store, { person, body, scope })
    },
  )
  app.post(
    '/api/training-bodies/:id/facts',
    { config: { access: 'change-trainees' }, schema: { params: ofBody, body: bodySaysTrainingSchema } },
    async (request, reply) => {
      const body = request.params.id
      const { id: person } = await requireAccess(request, { over: 'training-body', id: body })
      await recordBodyTrainingFact(app, { person, body }, request.body)
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/training-bodies/:id/imports',
    { config: { access: 'change-trainees' }, schema: { params: ofBody, body: trainingLinesSchema } },
    /** Answers lines of `trainingImportSchema`. */
    async (request, reply) => {
      const body = request.params.id
      const { id: person } = await requireAccess(request, { over: 'training-body', id: body })
      const { store, clock, ids } = app
      return answerInLines(reply, (onProgress) =>
        importTraining({ store, clock, ids, onProgress }, { person, body }, request.body),
      )
    },
  )
}
