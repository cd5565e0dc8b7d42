import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { postFactSchema } from '../commitments/post-fact.ts'
import { offerIdSchema, postIdSchema } from '../commitments/post-ids.ts'
import { postRoleSchema } from '../commitments/post-words.ts'
import { scopeIdSchema } from '../ids.ts'
import { contractDatesSchema } from './signed-in-person.ts'

/** A post as a structure that holds or held it reads it: with the facts that are its own. */
const structurePostSchema = z.object({
  id: postIdSchema,
  reference: z.string(),
  /** In the order in which they were said, those that others replaced too. */
  said: z.array(z.object({ fact: postFactSchema, byName: z.string() })),
})
export type StructurePost = z.infer<typeof structurePostSchema>

/** Somebody who works or worked for the structure. */
const structurePersonSchema = z.object({
  scope: scopeIdSchema,
  role: postRoleSchema,
  name: z.string(),
  contracts: z.array(contractDatesSchema),
  /** What their devices last said that they hold for this structure and haven't sent; null where one can't tell. */
  waiting: z.nullable(z.int()),
  heardOn: z.nullable(calendarDaySchema),
})
export type StructurePerson = z.infer<typeof structurePersonSchema>

/** Whom a contract was offered to, as the structure itself named them; nothing of what their account knows. */
const structureOfferSchema = z.object({
  id: offerIdSchema,
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  /** When the invitation was last sent, and when its link ends. */
  sentAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type StructureOffer = z.infer<typeof structureOfferSchema>

export const structurePostsSchema = z.object({
  posts: z.array(structurePostSchema),
  /** To *responsables* alone: who only reads learns of nobody before they accept. */
  offers: z.array(structureOfferSchema),
  people: z.array(structurePersonSchema),
})
export type StructurePosts = z.infer<typeof structurePostsSchema>
