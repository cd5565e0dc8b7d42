import * as z from 'zod/mini'
import { calendarDaySchema } from '../../calendar-day.ts'
import { scopeIdSchema } from '../../ids.ts'
import { trainingFactIdSchema, trainingSessionIdSchema } from './training-ids.ts'
import {
  absenceReasonSchema,
  examSchema,
  exemptionSchema,
  halfSchema,
  partSchema,
  presenceSchema,
  trainingPartySchema,
} from './training-words.ts'

export const trainingTitleMaxLength = 120

const shortText = z.string().check(z.trim(), z.maxLength(trainingTitleMaxLength))

const said = {
  id: trainingFactIdSchema,
  /** When it was written down: ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The earlier fact that this one stands for from now on; that one stays, and counts no more. */
  replaces: z.nullable(trainingFactIdSchema),
  /** The day of what it says. */
  day: calendarDaySchema,
  /** Whose training it is: their assignment at the structure. */
  scope: scopeIdSchema,
  party: trainingPartySchema,
}

/** What is said of a half-day that is planned. */
export const plannedHalfDay = {
  session: trainingSessionIdSchema,
  half: halfSchema,
  part: partSchema,
  title: shortText,
  /** Where it is held; empty where that isn't known. */
  place: shortText,
}

/** What is said of an exam that somebody is to sit. */
export const convokedExam = {
  session: trainingSessionIdSchema,
  exam: examSchema,
  half: halfSchema,
  place: shortText,
}

/** Whether somebody was at a half-day or an exam. */
export const attendance = {
  session: trainingSessionIdSchema,
  presence: presenceSchema,
  /** With an absence that is excused; null otherwise, and where the reason isn't told to who reads. */
  reason: z.nullable(absenceReasonSchema),
}

/**
 * One fact about the training of one advisor at one structure. Nothing is ever changed: a correction is another fact, of
 * the same kind, that replaces the one before; `withdrawn` takes one back.
 */
export const trainingFactSchema = z.discriminatedUnion('kind', [
  /** The result of the positioning test: how many hours. */
  z.object({ ...said, kind: z.literal('positioned'), hours: z.int().check(z.positive()) }),
  z.object({ ...said, kind: z.literal('exempted'), from: exemptionSchema }),
  z.object({ ...said, kind: z.literal('half-day'), ...plannedHalfDay }),
  /** An exam is to be sat on the day. */
  z.object({ ...said, kind: z.literal('convoked'), ...convokedExam }),
  /** It won't be held. */
  z.object({ ...said, kind: z.literal('cancelled'), session: trainingSessionIdSchema }),
  z.object({
    ...said,
    kind: z.literal('attended'),
    ...attendance,
    /** It corrects what a structure had vouched for the month with. */
    afterSeal: z.boolean(),
  }),
  z.object({
    ...said,
    kind: z.literal('exam-result'),
    session: trainingSessionIdSchema,
    passed: z.boolean(),
  }),
  /** The initial training is over, whatever hours were missed. */
  z.object({ ...said, kind: z.literal('completed') }),
  /** A thematic module was followed. */
  z.object({ ...said, kind: z.literal('module'), title: shortText }),
  /** The structure has seen the calendar, as it was said up to an instant. */
  z.object({ ...said, kind: z.literal('acknowledged'), until: z.iso.datetime() }),
  /** The advisor begins with the public. */
  z.object({ ...said, kind: z.literal('took-up') }),
  z.object({ ...said, kind: z.literal('withdrawn') }),
])
export type TrainingFact = z.infer<typeof trainingFactSchema>
export type TrainingFactOf<K extends TrainingFact['kind']> = Extract<TrainingFact, { kind: K }>

/** Those of one kind, among facts. */
export function trainingFactsOfKind<K extends TrainingFact['kind']>(
  facts: readonly TrainingFact[],
  kind: K,
): TrainingFactOf<K>[] {
  return facts.filter((fact): fact is TrainingFactOf<K> => fact.kind === kind)
}
