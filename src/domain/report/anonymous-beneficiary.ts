import * as z from 'zod/mini'
import { inseeCodeSchema } from '../territory/commune.ts'
import { codeOf } from './code-of.ts'
import { ageRangeLabels, genderLabels, statusLabels } from './nomenclature.ts'

/** A person helped who is counted and never stored as a person (domain.md, glossary). */
export const anonymousBeneficiarySchema = z.looseObject({
  kind: z.literal('anonyme'),
  alreadyAccompanied: z.optional(z.boolean()),
  commune: z.optional(inseeCodeSchema),
  gender: z.optional(codeOf(genderLabels)),
  ageRange: z.optional(codeOf(ageRangeLabels)),
  status: z.optional(codeOf(statusLabels)),
})
export type AnonymousBeneficiary = z.infer<typeof anonymousBeneficiarySchema>
