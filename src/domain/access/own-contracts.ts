import * as z from 'zod/mini'
import { weeklyMinutesSchema } from '../commitments/post-fact.ts'
import { contractTermsSchema, postRoleSchema } from '../commitments/post-words.ts'
import { scopeIdSchema } from '../ids.ts'
import { contractDatesSchema } from './signed-in-person.ts'

/** A contract as the person whose it is reads it: all that is known of it. */
const ownContractSchema = z.extend(contractDatesSchema, {
  scope: scopeIdSchema,
  structureName: z.string(),
  role: postRoleSchema,
  /** The number of the post that it fills; null where the structure hasn't said which. */
  post: z.nullable(z.string()),
  terms: contractTermsSchema,
  weeklyMinutes: z.nullable(weeklyMinutesSchema),
  /** Whether its last day is that of a departure. */
  isDeparture: z.boolean(),
})
export type OwnContract = z.infer<typeof ownContractSchema>

/** One's own contracts, the last one first. */
export const ownContractsSchema = z.object({ contracts: z.array(ownContractSchema) })
export type OwnContracts = z.infer<typeof ownContractsSchema>
