import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { trainingFactSchema } from '../commitments/training/training-fact.ts'
import { trainingBodyIdSchema } from '../commitments/training/training-ids.ts'
import { postRoleSchema } from '../commitments/post-words.ts'
import { scopeIdSchema, structureIdSchema } from '../ids.ts'
import { contractDatesSchema } from './signed-in-person.ts'

const facts = z.array(trainingFactSchema)

/** A half-day of training for which work with the public is reported too: both are kept, and somebody looks. */
const reportedHalfDaySchema = z.object({ scope: scopeIdSchema, day: calendarDaySchema })
export type ReportedHalfDay = z.infer<typeof reportedHalfDaySchema>

const trainedPersonSchema = z.object({
  scope: scopeIdSchema,
  role: postRoleSchema,
  name: z.string(),
  contracts: z.array(contractDatesSchema),
  /** Whom they are entrusted to now. */
  body: z.nullable(trainingBodyIdSchema),
})
export type TrainedPerson = z.infer<typeof trainedPersonSchema>

/** Training at a structure, for its members: no reason of an absence in it, only whether it was accepted. */
export const structureTrainingSchema = z.object({
  people: z.array(trainedPersonSchema),
  /** Those that somebody can be entrusted to, by name. */
  bodies: z.array(z.object({ id: trainingBodyIdSchema, name: z.string() })),
  /** In the order in which they were said, those that others replaced too. */
  facts,
  reported: z.array(reportedHalfDaySchema),
})
export type StructureTraining = z.infer<typeof structureTrainingSchema>

const ownTrainingOfStructureSchema = z.object({
  scope: scopeIdSchema,
  structureId: structureIdSchema,
  structureName: z.string(),
  contracts: z.array(contractDatesSchema),
  /** Who trains one, now. */
  bodyName: z.nullable(z.string()),
  facts,
  reported: z.array(reportedHalfDaySchema),
})
export type OwnTrainingOfStructure = z.infer<typeof ownTrainingOfStructureSchema>

/** One's own training, structure by structure, and nothing of anybody else's. */
export const ownTrainingSchema = z.object({ structures: z.array(ownTrainingOfStructureSchema) })
export type OwnTraining = z.infer<typeof ownTrainingSchema>

const traineeSchema = z.object({
  scope: scopeIdSchema,
  name: z.string(),
  structureName: z.string(),
  /** Of the structure: whose clocks tell a morning from an afternoon. */
  department: z.nullable(z.string()),
  contracts: z.array(contractDatesSchema),
})
export type Trainee = z.infer<typeof traineeSchema>

const listedTraineeSchema = z.extend(traineeSchema, {
  /** Whether the result of the positioning test, or an exemption, is known. */
  isPositioned: z.boolean(),
  /** Half-days and exams that are over, and of which nobody said who was there. */
  toTell: z.int(),
})
export type ListedTrainee = z.infer<typeof listedTraineeSchema>

/** Whom a training body trains now, by name. */
export const traineesSchema = z.object({ trainees: z.array(listedTraineeSchema) })
export type Trainees = z.infer<typeof traineesSchema>

/** One of them, with all that is said of their training; of their absences nothing. */
export const traineeTrainingSchema = z.extend(traineeSchema, { facts })
export type TraineeTraining = z.infer<typeof traineeTrainingSchema>
