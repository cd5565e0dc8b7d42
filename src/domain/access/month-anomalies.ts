import * as z from 'zod/mini'
import { settlementSchema, settlementSentenceSchema } from '../anomalies/settlement.ts'
import { calendarMonthSchema } from '../calendar-month.ts'
import { personIdSchema } from '../ids.ts'
import { permittedActivitySchema } from './permitted-activity.ts'

/** Reports shown of one finding, at most: past that they are counted. */
export const evidenceMost = 10

/** One thing that deserves a look, as a structure's members read it. */
export const structureAnomalySchema = z.object({
  key: z.string(),
  /** Plain text: a kind that this build doesn't know is shown by its sentence. */
  kind: z.string(),
  /** Of the rule that found it. */
  version: z.int(),
  advisorId: personIdSchema,
  advisorName: z.string(),
  sentence: z.string(),
  /** Side by side, by the columns that an employer may read. */
  evidence: z.array(permittedActivitySchema),
  /** All of them, those too that are not shown: too many, or of days outside a contract. */
  evidenceCount: z.int(),
  /** Oldest first, those that were withdrawn too. */
  settlements: z.array(settlementSchema),
})
export type StructureAnomaly = z.infer<typeof structureAnomalySchema>

/** What deserves a look in a structure's month. */
export const monthAnomaliesSchema = z.object({
  countedAt: z.iso.datetime(),
  month: calendarMonthSchema,
  anomalies: z.array(structureAnomalySchema),
})
export type MonthAnomalies = z.infer<typeof monthAnomaliesSchema>

/** A sentence on a finding; its id is made by who writes it, so that sent twice it is written once. */
export const settleRequestSchema = z.object({
  id: z.uuid().check(z.toLowerCase()),
  key: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  sentence: settlementSentenceSchema,
})
export type SettleRequest = z.infer<typeof settleRequestSchema>

/** All that was said of one finding, once something was written or taken back. */
export const settlementsAnswerSchema = z.object({
  key: z.string(),
  settlements: z.array(settlementSchema),
})
export type SettlementsAnswer = z.infer<typeof settlementsAnswerSchema>
