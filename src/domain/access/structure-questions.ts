import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { documentIdSchema, personIdSchema } from '../ids.ts'
import { messageKinds, messageTextSchema } from '../report-message/report-message.ts'

/** A message on a report as a member of its host structure reads it. */
export const structureMessageSchema = z.object({
  id: documentIdSchema,
  kind: z.enum(messageKinds),
  /** Who said it, by the history. */
  byName: z.string(),
  isAdvisors: z.boolean(),
  text: z.nullable(z.string()),
  settles: z.array(documentIdSchema),
  at: z.iso.datetime(),
})
export type StructureMessage = z.infer<typeof structureMessageSchema>

/** What was asked about one report, and answered. */
export const structureThreadSchema = z.object({
  report: documentIdSchema,
  advisorId: personIdSchema,
  advisorName: z.string(),
  /** Of the activity. */
  day: calendarDaySchema,
  /** Whether the advisor has deleted the report since: what was said of it stays. */
  isDeleted: z.boolean(),
  messages: z.array(structureMessageSchema),
})
export type StructureThread = z.infer<typeof structureThreadSchema>

export const structureThreadsSchema = z.object({ threads: z.array(structureThreadSchema) })
export type StructureThreads = z.infer<typeof structureThreadsSchema>

/** A question on a report. The same `key` sent twice is one question. */
export const askedQuestionSchema = z.object({
  key: z.uuid(),
  report: documentIdSchema,
  advisor: personIdSchema,
  text: messageTextSchema,
})
export type AskedQuestion = z.infer<typeof askedQuestionSchema>
