import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { postFactIdSchema } from '../commitments/post-ids.ts'
import { contractTermsSchema, postRoleSchema } from '../commitments/post-words.ts'

/** A contract as it is offered to the person whom the invitation is for. */
export const contractOfferSchema = z.object({
  structureName: z.string(),
  role: postRoleSchema,
  starts: calendarDaySchema,
  ends: z.nullable(calendarDaySchema),
  terms: contractTermsSchema,
  weeklyMinutes: z.nullable(z.int()),
  invitedBy: z.string(),
  expiresAt: z.iso.datetime(),
  /** What stands now: said back with the acceptance, so that nobody accepts other days than those they read. */
  seen: postFactIdSchema,
})
export type ContractOffer = z.infer<typeof contractOfferSchema>

export const contractAcceptanceSchema = z.object({ seen: postFactIdSchema })
