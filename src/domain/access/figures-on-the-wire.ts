import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import type { FacetName, FacetValue } from '../report/search/facets.ts'
import type { Figures } from '../statistics/compute-figures.ts'
import type { FilingDelay } from '../statistics/filing-delay.ts'
import type { Weight } from '../statistics/weights.ts'

/**
 * What others' activities are broken down by, whoever reads their figures: columns of a report that name neither a
 * person, nor a place, nor a tag. Communes and people's traits are each reader's own matter.
 */
export const activityFacets = [
  'type',
  'theme',
  'demarche',
  'mission',
  'lieu',
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
] as const satisfies readonly FacetName[]

export const countSchema = z.int().check(z.minimum(0))
export const periodSchema = z.object({ from: calendarDaySchema, to: calendarDaySchema })
export const minutesSchema = z.object({ accompaniment: countSchema, rest: countSchema, total: countSchema })
export const delaySchema = z.object({ activities: countSchema, median: z.nullable(countSchema) })
/** Activities, accompaniments and minutes of each value, as `theme:email`. */
export const weightsSchema = z.record(z.string(), z.tuple([countSchema, countSchema, countSchema]))
export type WireWeights = z.infer<typeof weightsSchema>

export function weightsToWire(weights: Iterable<readonly [FacetValue, Readonly<Weight>]>): WireWeights {
  return Object.fromEntries(
    [...weights].map(([value, { activities, accompaniments, minutes }]) => [
      value,
      [activities, accompaniments, minutes],
    ]),
  )
}

export function weightsFromWire(weights: WireWeights): Figures['weights'] {
  return new Map(
    Object.entries(weights).map(([value, [activities, accompaniments, minutes]]) => [
      // Facets that this build doesn't know are in no block.
      value as FacetValue,
      { activities, accompaniments, minutes },
    ]),
  )
}

export function delayToWire({ activities, median }: FilingDelay): z.infer<typeof delaySchema> {
  return { activities, median: median ?? null }
}

export function delayFromWire({ activities, median }: z.infer<typeof delaySchema>): FilingDelay {
  return { activities, median: median ?? undefined }
}
