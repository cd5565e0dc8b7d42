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

const commitment = {
  number: z.literal([...commitmentNumbers]),
  title: z.string(),
  status: z.enum(commitmentStatuses),
  evidence: z.array(
    z.object({ words: z.string(), day: z.nullable(calendarDaySchema), source: z.enum(evidenceSources) }),
  ),
}

const toldCommitmentSchema = z.object({ ...commitment, next: z.nullable(nextActionSchema) })
export type ToldCommitment = z.infer<typeof toldCommitmentSchema>

const sheet = {
  countedAt: z.iso.datetime(),
  today: calendarDaySchema,
  structure: z.object({
    name: z.string(),
    siret: z.nullable(z.string()),
    department: z.nullable(z.string()),
  }),
}

/** Where a structure's seven commitments stand, for its members and, printed, for the prefecture. */
export const structureCommitmentsSchema = z.object({
  ...sheet,
  commitments: z.array(toldCommitmentSchema),
  /** What to do first. */
  first: z.nullable(nextActionSchema),
})
export type StructureCommitments = z.infer<typeof structureCommitmentsSchema>

/** The same for the State, by what it may read (`told-to-state.ts`): nothing of what is to be done, and by whom. */
export const commitmentsForStateSchema = z.object({ ...sheet, commitments: z.array(z.object(commitment)) })
export type CommitmentsForState = z.infer<typeof commitmentsForStateSchema>
