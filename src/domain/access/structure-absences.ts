import * as z from 'zod/mini'
import { absenceDaysSchema, saidAbsenceSchema } from '../absence/absence.ts'
import { documentIdSchema, personIdSchema } from '../ids.ts'
import { contractDatesSchema } from './signed-in-person.ts'

/** An absence as a host structure reads it: with its kind, in which nothing medical is said. */
export const structureAbsenceSchema = z.extend(absenceDaysSchema, {
  id: documentIdSchema,
  advisorId: personIdSchema,
  advisorName: z.string(),
  kind: z.string(),
  /** Who declared it, by the history: the advisor, or a member of the structure. */
  byName: z.string(),
  /** Whether a member of the structure did: it can take it back. */
  isOurs: z.boolean(),
})
export type StructureAbsence = z.infer<typeof structureAbsenceSchema>

/** What a structure reads of its advisors' absences, and those for whom it may declare one. */
export const structureAbsencesSchema = z.object({
  absences: z.array(structureAbsenceSchema),
  advisors: z.array(
    z.object({ id: personIdSchema, name: z.string(), contracts: z.array(contractDatesSchema) }),
  ),
})
export type StructureAbsences = z.infer<typeof structureAbsencesSchema>

/** An absence that an employer declares. The same `key` sent twice is one absence. */
export const declaredAbsenceSchema = z.object({
  key: z.uuid(),
  advisor: personIdSchema,
  absence: saidAbsenceSchema,
})
export type DeclaredAbsence = z.infer<typeof declaredAbsenceSchema>
