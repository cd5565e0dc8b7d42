import * as z from 'zod/mini'
import { documentIdSchema } from '../ids.ts'
import { personTraits } from './person-traits.ts'

/** A person helped who is counted and never stored as a person (domain.md, glossary). */
export const anonymousBeneficiarySchema = z.looseObject({
  kind: z.literal('anonyme'),
  alreadyAccompanied: z.optional(z.boolean()),
  ...personTraits,
})
export type AnonymousBeneficiary = z.infer<typeof anonymousBeneficiarySchema>

/**
 * One of the advisor's own, by the id of the beneficiary's document, and never by a name. Traits are copied at the
 * filing: figures need no identity, and stand when the person is erased.
 */
export const followedBeneficiarySchema = z.looseObject({
  kind: z.literal('suivi'),
  id: documentIdSchema,
  ...personTraits,
})
export type FollowedBeneficiary = z.infer<typeof followedBeneficiarySchema>

export const reportBeneficiarySchema = z.discriminatedUnion('kind', [
  anonymousBeneficiarySchema,
  followedBeneficiarySchema,
])
export type ReportBeneficiary = z.infer<typeof reportBeneficiarySchema>
