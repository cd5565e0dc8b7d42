import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { scopeIdSchema } from '../ids.ts'
import { isDepartmentCode } from '../territory/departments.ts'
import { inseeCodeSchema } from '../territory/commune.ts'
import { stepWordsMaxLength, weeklyMinutesSchema } from './post-fact.ts'
import { offerIdSchema, postFactIdSchema, postIdSchema } from './post-ids.ts'
import {
  contractTermsSchema,
  departureReasonSchema,
  postRoleSchema,
  recruitmentStepSchema,
} from './post-words.ts'

/** The id is made by whoever says it: the same said twice, after an answer that was lost, is said once. */
const said = { id: postFactIdSchema, replaces: z.nullable(postFactIdSchema) }
const personName = z.string().check(z.trim(), z.maxLength(200))

/**
 * Who takes a post: somebody who already works for the structure, or somebody by their address, who is invited; in a
 * correction of what was offered, the invitation that goes on.
 */
export const contractPersonSchema = z.union([
  z.object({ scope: scopeIdSchema }),
  z.object({ offer: offerIdSchema }),
  z.object({
    email: z
      .string()
      .check(z.trim(), z.maxLength(254), z.email({ error: 'Indiquez une adresse électronique.' })),
    givenName: personName,
    familyName: personName,
  }),
])
export type ContractPerson = z.infer<typeof contractPersonSchema>

/** What a structure says of a post that it holds. */
export const structureSaysSchema = z.discriminatedUnion('kind', [
  z.object({
    ...said,
    kind: z.literal('step'),
    day: calendarDaySchema,
    step: recruitmentStepSchema,
    words: z.string().check(z.trim(), z.maxLength(stepWordsMaxLength)),
  }),
  z.object({
    ...said,
    kind: z.literal('contract'),
    day: calendarDaySchema,
    ends: z.nullable(calendarDaySchema),
    terms: contractTermsSchema,
    weeklyMinutes: z.nullable(weeklyMinutesSchema),
    who: contractPersonSchema,
  }),
  /** Contracts that are known already, of somebody whom no post says yet. */
  z.object({ id: postFactIdSchema, kind: z.literal('attached'), scope: scopeIdSchema }),
  z.object({
    ...said,
    kind: z.literal('departure'),
    day: calendarDaySchema,
    scope: scopeIdSchema,
    reason: departureReasonSchema,
  }),
  z.object({ id: postFactIdSchema, kind: z.literal('withdrawn'), replaces: postFactIdSchema }),
])
export type StructureSays = z.infer<typeof structureSaysSchema>

/** A structure as the State names it: by its SIRET, and by the rest where it isn't known yet. */
export const namedHolderSchema = z.object({
  /** As it was typed: judged by `siret.ts`. */
  siret: z.string().check(z.maxLength(40)),
  name: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  commune: z.optional(inseeCodeSchema),
  nature: z.optional(z.enum(['public', 'private'])),
})
export type NamedHolder = z.infer<typeof namedHolderSchema>

/** What the State says of a post of its remit. */
export const stateSaysSchema = z.discriminatedUnion('kind', [
  z.object({ ...said, kind: z.literal('transferred'), day: calendarDaySchema, to: namedHolderSchema }),
  z.object({ ...said, kind: z.literal('returned'), day: calendarDaySchema }),
  z.object({ ...said, kind: z.literal('convention'), day: calendarDaySchema, ends: calendarDaySchema }),
  z.object({ id: postFactIdSchema, kind: z.literal('withdrawn'), replaces: postFactIdSchema }),
])
export type StateSays = z.infer<typeof stateSaysSchema>

export const postReferenceMaxLength = 40

/** A post that the State attributes. */
export const newPostSchema = z.object({
  id: postIdSchema,
  reference: z.string().check(z.trim(), z.minLength(1), z.maxLength(postReferenceMaxLength)),
  department: z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' })),
  holder: namedHolderSchema,
  role: postRoleSchema,
  isAdditional: z.boolean(),
  notifiedOn: calendarDaySchema,
  convention: z.object({ starts: calendarDaySchema, ends: calendarDaySchema }),
})
export type NewPost = z.infer<typeof newPostSchema>

/** Posts brought in at once. */
export const mostImportedPosts = 500

export const importedPostsSchema = z.object({
  posts: z.array(newPostSchema).check(z.maxLength(mostImportedPosts)),
})

/** What became of each: `known` where the post is there already, and is left as it is. */
export const importedAnswerSchema = z.object({
  lines: z.array(
    z.object({
      id: postIdSchema,
      outcome: z.enum(['added', 'known', 'refused']),
      /** French, of what was refused. */
      because: z.nullable(z.string()),
    }),
  ),
})
export type ImportedAnswer = z.infer<typeof importedAnswerSchema>
