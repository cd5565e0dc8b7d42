import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { readinessStates } from '../commitments/readiness/advisor-readiness.ts'
import { scopeIdSchema } from '../ids.ts'

const count = z.int().check(z.nonnegative())
const countsSchema = z.object({ done: count, 'not-done': count, unknown: count, 'not-due': count })

const lineSchema = z.object({
  inPost: count,
  initial: countsSchema,
  /** Null where it is hidden, so that nobody’s result is told. */
  certified: z.nullable(countsSchema),
  continuing: countsSchema,
  equipped: countsSchema,
  clothed: countsSchema,
})
export type ReadinessLine = z.infer<typeof lineSchema>

/** Of how many advisors of the State’s remit each measure stands how: no structure, and nobody’s name. */
export const territoryReadinessSchema = z.object({
  countedAt: z.iso.datetime(),
  today: calendarDaySchema,
  /** All that is asked for: the nation, or the one department. */
  total: lineSchema,
  /** Those with somebody in post, by their code; null where a structure's isn't known. */
  departments: z.array(z.extend(lineSchema, { department: z.nullable(z.string()) })),
})
export type ReadinessOfTerritory = z.infer<typeof territoryReadinessSchema>

const state = z.enum(readinessStates)

/**
 * The members of a team, for who coordinates it: what is done and what isn't, without a day, a result or a reason; and
 * at how many events they were. Nothing of their equipment, which is their structure's.
 */
export const teamReadinessSchema = z.object({
  countedAt: z.iso.datetime(),
  today: calendarDaySchema,
  /** The days whose events are counted. */
  events: z.object({ from: calendarDaySchema, to: calendarDaySchema }),
  members: z.array(
    z.object({
      scope: scopeIdSchema,
      name: z.string(),
      structureName: z.string(),
      initial: state,
      exams: state,
      continuing: state,
      attendance: z.object({ invited: count, there: count, notThere: count, unknown: count }),
    }),
  ),
})
export type TeamReadiness = z.infer<typeof teamReadinessSchema>
export type TeamMember = TeamReadiness['members'][number]
