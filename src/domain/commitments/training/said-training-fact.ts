import * as z from 'zod/mini'
import { calendarDaySchema } from '../../calendar-day.ts'
import { scopeIdSchema } from '../../ids.ts'
import { attendance, convokedExam, plannedHalfDay, trainingTitleMaxLength } from './training-fact.ts'
import { trainingBodyIdSchema, trainingFactIdSchema, trainingSessionIdSchema } from './training-ids.ts'
import { exemptionSchema } from './training-words.ts'

/** The id is made by whoever says it: the same said twice, after an answer that was lost, is said once. */
const said = { id: trainingFactIdSchema, replaces: z.nullable(trainingFactIdSchema), day: calendarDaySchema }
const withdrawn = z.object({
  id: trainingFactIdSchema,
  kind: z.literal('withdrawn'),
  replaces: trainingFactIdSchema,
})

/** An absence that is excused has its reason; nothing else has one. */
const reasonOfExcuse = z.refine<{ presence: string; reason: string | null }>(
  ({ presence, reason }) => (presence === 'excused') === (reason !== null),
  { error: 'Une absence est justifiée par un des motifs acceptés.', path: ['reason'] },
)

/** What a training body says of one of its trainees. */
export const bodySaysTrainingSchema = z.object({
  scope: scopeIdSchema,
  says: z.discriminatedUnion('kind', [
    z.object({ ...said, kind: z.literal('positioned'), hours: z.int().check(z.positive()) }),
    z.object({ ...said, kind: z.literal('exempted'), from: exemptionSchema }),
    z.object({ ...said, kind: z.literal('half-day'), ...plannedHalfDay }),
    z.object({ ...said, kind: z.literal('convoked'), ...convokedExam }),
    z.object({ ...said, kind: z.literal('cancelled'), session: trainingSessionIdSchema }),
    z
      .object({ ...said, kind: z.literal('attended'), ...attendance, afterSeal: z.boolean() })
      .check(reasonOfExcuse),
    z.object({
      ...said,
      kind: z.literal('exam-result'),
      session: trainingSessionIdSchema,
      passed: z.boolean(),
    }),
    z.object({ ...said, kind: z.literal('completed') }),
    z.object({
      ...said,
      kind: z.literal('module'),
      title: z.string().check(z.trim(), z.minLength(1), z.maxLength(trainingTitleMaxLength)),
    }),
    withdrawn,
  ]),
})
export type BodySaysTraining = z.infer<typeof bodySaysTrainingSchema>

/** What a structure says of the training of one of its advisors. */
export const structureSaysTrainingSchema = z.object({
  scope: scopeIdSchema,
  says: z.discriminatedUnion('kind', [
    z.object({ id: trainingFactIdSchema, kind: z.literal('acknowledged'), until: z.iso.datetime() }),
    z.object({ ...said, kind: z.literal('took-up') }),
    withdrawn,
  ]),
})
export type StructureSaysTraining = z.infer<typeof structureSaysTrainingSchema>

/** Which body a structure entrusts one of its advisors to; nobody where it is null. */
export const structureEntrustsSchema = z.object({
  scope: scopeIdSchema,
  body: z.nullable(trainingBodyIdSchema),
})
export type StructureEntrusts = z.infer<typeof structureEntrustsSchema>
