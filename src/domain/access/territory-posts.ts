import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { postIdSchema } from '../commitments/post-ids.ts'
import { postRoleSchema } from '../commitments/post-words.ts'
import { structureIdSchema } from '../ids.ts'

export const boardStates = ['occupied', 'vacant', 'returned', 'not-yet'] as const

/** A post as the State reads it: dates, and nothing of who works there. */
const territoryPostSchema = z.object({
  id: postIdSchema,
  reference: z.string(),
  role: postRoleSchema,
  isAdditional: z.boolean(),
  department: z.nullable(z.string()),
  /** Who holds it, or held it last. */
  structureId: structureIdSchema,
  structureName: z.string(),
  siret: z.nullable(z.string()),
  state: z.enum(boardStates),
  since: calendarDaySchema,
  notifiedOn: calendarDaySchema,
  /** The first day of the present holder's, where the post was transferred. */
  transferredOn: z.nullable(calendarDaySchema),
  contractStarts: z.nullable(calendarDaySchema),
  contractEnds: z.nullable(calendarDaySchema),
  /** Of a vacant post: a contract is signed, and its person hasn't accepted it yet. */
  awaitsAcceptance: z.boolean(),
  conventionStarts: z.nullable(calendarDaySchema),
  conventionEnds: z.nullable(calendarDaySchema),
})
export type TerritoryPost = z.infer<typeof territoryPostSchema>

export const territoryPostsSchema = z.object({
  countedAt: z.iso.datetime(),
  today: calendarDaySchema,
  posts: z.array(territoryPostSchema),
})
export type TerritoryPosts = z.infer<typeof territoryPostsSchema>

/** A post as a team's coordinator reads it: of who works there the name and the days, no other term of the contract. */
const teamPostSchema = z.object({
  id: postIdSchema,
  reference: z.string(),
  structureName: z.string(),
  state: z.enum(boardStates),
  since: calendarDaySchema,
  /** Of the team; null for anybody else, and where nobody works. */
  advisorName: z.nullable(z.string()),
  contractStarts: z.nullable(calendarDaySchema),
  contractEnds: z.nullable(calendarDaySchema),
})
export type TeamPost = z.infer<typeof teamPostSchema>

export const teamPostsSchema = z.object({
  countedAt: z.iso.datetime(),
  today: calendarDaySchema,
  posts: z.array(teamPostSchema),
})
export type TeamPosts = z.infer<typeof teamPostsSchema>
