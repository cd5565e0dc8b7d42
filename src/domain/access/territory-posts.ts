import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { postIdSchema } from '../commitments/post-ids.ts'
import { postRoleSchema } from '../commitments/post-words.ts'
import { structureIdSchema } from '../ids.ts'

export const boardStates = ['occupied', 'vacant', 'returned', 'not-yet'] as const

const days = { from: calendarDaySchema, until: z.nullable(calendarDaySchema) }
const holderSchema = z.object({
  ...days,
  structureName: z.string(),
  siret: z.nullable(z.string()),
  worked: z.array(z.object(days)),
})
export type PostHolder = z.infer<typeof holderSchema>

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
  /** Who held it in turn, with the days on which somebody worked there; none where it was never transferred. */
  holders: z.array(holderSchema),
  /** The day on which it goes, or went, back to the State. */
  returnedOn: z.nullable(calendarDaySchema),
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
