import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import { personIdSchema } from '../ids.ts'
import type { FacetName, FacetValue } from '../report/search/facets.ts'
import { facetOf } from '../report/search/report-filter.ts'
import type { Figures, Totals } from '../statistics/compute-figures.ts'
import { timeSteps } from '../statistics/timeline.ts'

/**
 * What activities are broken down by for a host structure, and for who coordinates a team: the columns of a report that
 * both may read, and no other (domain.md, "Who may see what"). Neither who the people are, whose profile a figure of one
 * day would tell, nor tags: a figure doesn't say whether one is personal.
 */
const groupFacets: ReadonlySet<FacetName> = new Set([
  'type',
  'theme',
  'demarche',
  'mission',
  'lieu',
  'commune',
  'duree',
  'materiel',
  'autonomie',
  'niveau',
  'orientation',
  'besoin',
  'temps',
  'delai',
  'evenement',
  'organisateur',
  'echelle',
])

const count = z.int().check(z.minimum(0))
const periodSchema = z.object({ from: calendarDaySchema, to: calendarDaySchema })
const peopleSchema = z.object({ named: count, anonymous: count, total: count })
const totalsSchema = z.object({
  activities: count,
  accompaniments: count,
  beneficiaries: peopleSchema,
  newOnes: peopleSchema,
  minutes: z.object({ accompaniment: count, rest: count, total: count }),
  eventParticipants: count,
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
  /** Of the three, those that accompaniments of the period touch. */
  missions: z.array(z.string()),
})
export type AdvisorStanding = z.infer<typeof advisorSchema>

/** Figures of advisors over a period: a structure's, for days inside a contract with it, or a team's, for days in it as well. */
export const groupFiguresSchema = z.object({
  /** When the server counted, by its clock. */
  countedAt: z.iso.datetime(),
  period: periodSchema,
  before: z.object({ period: periodSchema, totals: totalsSchema }),
  totals: totalsSchema,
  /** Activities, accompaniments and minutes of each value, as `theme:email`. */
  weights: z.record(z.string(), z.tuple([count, count, count])),
  delay: z.object({ activities: count, median: z.nullable(count) }),
  step: z.enum(timeSteps),
  bars: z.array(
    z.object({ from: calendarDaySchema, to: calendarDaySchema, accompaniments: count, activities: count }),
  ),
  advisors: z.array(advisorSchema),
  /** Names of the places of activity and of the communes that the weights speak of. */
  places: z.record(z.string(), z.string()),
  communes: z.record(z.string(), z.string()),
})
export type GroupFigures = z.infer<typeof groupFiguresSchema>

/** What those who read others' figures may read of them, as it travels. */
export function permittedFigures(figures: Figures): Pick<GroupFigures, 'totals' | 'weights' | 'delay'> {
  const { weights, delay } = figures
  const permitted = [...weights].filter(([value]) => groupFacets.has(facetOf(value)))
  return {
    totals: totalsOf(figures),
    weights: Object.fromEntries(
      permitted.map(([value, { activities, accompaniments, minutes }]) => [
        value,
        [activities, accompaniments, minutes],
      ]),
    ),
    delay: { activities: delay.activities, median: delay.median ?? null },
  }
}

export function totalsOf(totals: Totals): GroupFigures['totals'] {
  const { activities, accompaniments, beneficiaries, newOnes, minutes, eventParticipants } = totals
  return { activities, accompaniments, beneficiaries, newOnes, minutes, eventParticipants }
}

/** The figures that an answer holds, as they are shown: of the people's traits it says nothing. */
export function figuresIn({ totals, weights, delay }: GroupFigures): Figures {
  const named = Object.entries(weights).map(
    ([value, [activities, accompaniments, minutes]]) =>
      // Facets that this build doesn't know are in no block.
      [value as FacetValue, { activities, accompaniments, minutes }] as const,
  )
  return {
    ...totals,
    weights: new Map(named),
    traits: new Map(),
    delay: { activities: delay.activities, median: delay.median ?? undefined },
  }
}
