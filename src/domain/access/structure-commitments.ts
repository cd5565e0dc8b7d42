import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import {
  commitmentNumbers,
  commitmentPages,
  commitmentStatuses,
  evidenceSources,
} from '../commitments/commitment.ts'

const nextActionSchema = z.object({
  words: z.string(),
  by: z.nullable(calendarDaySchema),
  page: z.enum(commitmentPages),
})

const toldCommitmentSchema = z.object({
  number: z.literal([...commitmentNumbers]),
  title: z.string(),
  status: z.enum(commitmentStatuses),
  evidence: z.array(
    z.object({ words: z.string(), day: z.nullable(calendarDaySchema), source: z.enum(evidenceSources) }),
  ),
  next: z.nullable(nextActionSchema),
})
export type ToldCommitment = z.infer<typeof toldCommitmentSchema>

/** Where a structure's seven commitments stand, for its members and, printed, for the prefecture. */
export const structureCommitmentsSchema = z.object({
  countedAt: z.iso.datetime(),
  today: calendarDaySchema,
  structure: z.object({
    name: z.string(),
    siret: z.nullable(z.string()),
    department: z.nullable(z.string()),
  }),
  commitments: z.array(toldCommitmentSchema),
  /** What to do first. */
  first: z.nullable(nextActionSchema),
})
export type StructureCommitments = z.infer<typeof structureCommitmentsSchema>
