import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { personIdSchema } from '../ids.ts'
import type { FacetName } from '../report/search/facets.ts'
import { facetOf } from '../report/search/report-filter.ts'
import type { Figures, Totals } from '../statistics/compute-figures.ts'
import { timeSteps } from '../statistics/timeline.ts'
import {
  activityFacets,
  countSchema,
  delayFromWire,
  delaySchema,
  delayToWire,
  minutesSchema,
  periodSchema,
  weightsFromWire,
  weightsSchema,
  weightsToWire,
} from './figures-on-the-wire.ts'

/**
 * What activities are broken down by for a host structure, and for who coordinates a team: the columns of a report that
 * both may read, and no other (domain.md, "Who may see what"). Neither who the people are, whose profile a figure of one
 * day would tell, nor tags: a figure doesn't say whether one is personal.
 */
const groupFacets: ReadonlySet<FacetName> = new Set([...activityFacets, 'commune'])

const peopleSchema = z.object({ named: countSchema, anonymous: countSchema, total: countSchema })
const totalsSchema = z.object({
  activities: countSchema,
  accompaniments: countSchema,
  beneficiaries: peopleSchema,
  newOnes: peopleSchema,
  minutes: minutesSchema,
  eventParticipants: countSchema,
})

/** How one advisor stands, by name only and never ranked. */
const advisorSchema = z.object({
  id: personIdSchema,
  name: z.string(),
  /** Whether a contract with the structure, or with any of their structures for a team, holds today. */
  isUnderContract: z.boolean(),
  /** Whether they are in the team today; nothing is said of it for a structure. */
  isInTeam: z.optional(z.boolean()),
  /** Day of the last activity, whatever the period. */
  lastActivity: z.nullable(calendarDaySchema),
  /** Whether they are away today, all day or half of it; absent from what an earlier build answered or remembered. */
  isAway: z.optional(z.boolean()),
  /** Why, for a structure alone: a code, or none where they are not away. */
  awayFor: z.optional(z.nullable(z.string())),
  /** Whether nothing was reported for two weeks of work, absences left out (quiet-advisors.ts). */
  isQuiet: z.optional(z.boolean()),
  /** Of the three, those that accompaniments of the period touch. */
  missions: z.array(z.string()),
  /** What they did in the period, for a structure alone; absent from what an earlier build answered or remembered. */
  counted: z.optional(
    z.object({ activities: countSchema, accompaniments: countSchema, minutes: countSchema }),
  ),
})
export type AdvisorStanding = z.infer<typeof advisorSchema>

/** Figures of advisors over a period: a structure's, for days inside a contract with it, or a team's, for days in it as well. */
export const groupFiguresSchema = z.object({
  /** When the server counted, by its clock. */
  countedAt: z.iso.datetime(),
  period: periodSchema,
  before: z.object({ period: periodSchema, totals: totalsSchema }),
  totals: totalsSchema,
  weights: weightsSchema,
  delay: delaySchema,
  step: z.enum(timeSteps),
  bars: z.array(
    z.object({
      from: calendarDaySchema,
      to: calendarDaySchema,
      accompaniments: countSchema,
      activities: countSchema,
    }),
  ),
  advisors: z.array(advisorSchema),
  /** Names of the places of activity and of the communes that the weights speak of. */
  places: z.record(z.string(), z.string()),
  communes: z.record(z.string(), z.string()),
})
export type GroupFigures = z.infer<typeof groupFiguresSchema>

/** What those who read others' figures may read of them, as it travels. */
export function permittedFigures(figures: Figures): Pick<GroupFigures, 'totals' | 'weights' | 'delay'> {
  return {
    totals: totalsOf(figures),
    weights: weightsToWire([...figures.weights].filter(([value]) => groupFacets.has(facetOf(value)))),
    delay: delayToWire(figures.delay),
  }
}

export function totalsOf(totals: Totals): GroupFigures['totals'] {
  const { activities, accompaniments, beneficiaries, newOnes, minutes, eventParticipants } = totals
  return { activities, accompaniments, beneficiaries, newOnes, minutes, eventParticipants }
}

/** The figures that an answer holds, as they are shown: of the people's traits it says nothing. */
export function figuresIn({ totals, weights, delay }: GroupFigures): Figures {
  return { ...totals, weights: weightsFromWire(weights), traits: new Map(), delay: delayFromWire(delay) }
}
