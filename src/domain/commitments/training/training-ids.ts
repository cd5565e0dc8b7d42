import * as z from 'zod/mini'

const uuid = z.uuid().check(z.toLowerCase())

export const trainingBodyIdSchema = uuid.check().brand<'TrainingBodyId'>()
/** An organisation that trains advisors, whoever signs in for it. */
export type TrainingBodyId = z.infer<typeof trainingBodyIdSchema>

export const trainingSessionIdSchema = uuid.check().brand<'TrainingSessionId'>()
/** One half-day, or one exam, of one trainee: it stays the same when it is moved. */
export type TrainingSessionId = z.infer<typeof trainingSessionIdSchema>

export const trainingFactIdSchema = uuid.check().brand<'TrainingFactId'>()
/** One fact; made by whoever says it, so that saying it twice is saying it once. */
export type TrainingFactId = z.infer<typeof trainingFactIdSchema>
