import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import type { FacetName, FacetValue } from '../report/search/facets.ts'
import { facetOf } from '../report/search/report-filter.ts'
import type { TraitValue } from '../report/search/trait-facets.ts'
import type { Figures, Totals } from '../statistics/compute-figures.ts'
import { hiddenCells, isSmall } from '../statistics/small-counts.ts'
import { timeSteps, type TimeBar } from '../statistics/timeline.ts'
import type { Weight } from '../statistics/weights.ts'
import {
  activityFacets,
  countSchema,
  delaySchema,
  delayToWire,
  minutesSchema,
  periodSchema,
  weightsSchema,
  weightsToWire,
} from './figures-on-the-wire.ts'

/**
 * What the State breaks figures down by, for the nation or a department (domain.md, "Small counts"): nothing below the
 * department, hence neither communes nor where people live.
 */
export const stateFacets = [
  ...activityFacets,
  'sexe',
  'age',
  'statut',
] as const satisfies readonly FacetName[]

export type StateFacet = (typeof stateFacets)[number]

/** Values that one question may filter by: it is asked with fewer of them too, to know what would be found by subtracting. */
export const mostStateFilters = 5

/** Null where it is hidden: it is of one to four persons, or would tell of one that is. */
const shown = z.nullable(countSchema)

const totalsSchema = z.object({
  activities: shown,
  accompaniments: shown,
  beneficiaries: z.object({ named: shown, anonymous: shown, total: shown }),
  newOnes: shown,
  minutes: z.nullable(minutesSchema),
  eventParticipants: shown,
})
export type StateTotals = z.infer<typeof totalsSchema>

/** Figures of the nation or of a department, small counts hidden. */
export const stateFiguresSchema = z.object({
  /** All that had reached the server by then is counted. */
  countedAt: z.iso.datetime(),
  period: periodSchema,
  before: z.object({ period: periodSchema, totals: totalsSchema }),
  totals: totalsSchema,
  /** Those that are hidden are not in it. */
  weights: weightsSchema,
  /** People by each trait, in the same way. */
  traits: z.record(z.string(), countSchema),
  /** Values that there are, and that are hidden. */
  hidden: z.array(z.string()),
  delay: delaySchema,
  step: z.enum(timeSteps),
  bars: z.array(
    z.object({ from: calendarDaySchema, to: calendarDaySchema, accompaniments: shown, activities: shown }),
  ),
  /** Of the nation: what each department comes to, by its code; those of nothing too. */
  departments: z.nullable(z.record(z.string(), z.object({ accompaniments: shown, activities: shown }))),
})
export type StateFigures = z.infer<typeof stateFiguresSchema>

/**
 * What the State may read of figures.
 *
 * @param around the same figures with some of their filters left out, which whoever asks for these can ask for too:
 *   what differs from one of them by one to four persons would tell of those by subtracting
 */
export function shownToState(
  figures: Figures,
  around: readonly Figures[] = [],
): Pick<StateFigures, 'totals' | 'weights' | 'traits' | 'hidden' | 'delay'> {
  const totals = totalsShown(figures, around)
  const isNothingShown = totals.activities === null
  // Not even which values there are: of one person they are a profile.
  const weights = isNothingShown ? { shown: [], hidden: [] } : weightsShown(figures, around)
  const traits = isNothingShown ? { shown: [], hidden: [] } : traitsShown(figures, around)
  return {
    totals,
    weights: weightsToWire(weights.shown),
    traits: Object.fromEntries(traits.shown),
    hidden: [...weights.hidden, ...traits.hidden].sort(),
    delay: isNothingShown ? { activities: 0, median: null } : delayToWire(figures.delay),
  }
}

/**
 * Of so few accompaniments nothing is told: what they were made of would tell of somebody. Neither of those that are all
 * but a few.
 *
 * @param around as in `shownToState`
 */
export function totalsShown(totals: Totals, around: readonly Totals[] = []): StateTotals {
  const { activities, accompaniments, beneficiaries, newOnes, minutes, eventParticipants } = totals
  if (isSmall(accompaniments) || isSmall(beneficiaries.total)) return nothingShown
  const isAllButFew = around.some(
    (other) =>
      differByFew(other.accompaniments, accompaniments) ||
      differByFew(other.beneficiaries.total, beneficiaries.total),
  )
  if (isAllButFew) return nothingShown
  const { named, anonymous, total } = beneficiaries
  const areHidden = hiddenCells([named, anonymous]).size > 0
  // Whoever is not new is counted by subtracting.
  const isNewHidden = hiddenCells([newOnes.total, total - newOnes.total]).size > 0
  return {
    activities,
    accompaniments,
    beneficiaries: areHidden ? { named: null, anonymous: null, total } : { named, anonymous, total },
    newOnes: isNewHidden ? null : newOnes.total,
    minutes,
    eventParticipants: isSmall(eventParticipants) ? null : eventParticipants,
  }
}

function differByFew(one: number, other: number): boolean {
  return isSmall(Math.abs(one - other))
}

const nothingShown: StateTotals = {
  activities: null,
  accompaniments: null,
  beneficiaries: { named: null, anonymous: null, total: null },
  newOnes: null,
  minutes: null,
  eventParticipants: null,
}

/** Bars of time, or territories, of figures of which nothing is told. */
export function noBarShown<B extends Pick<TimeBar, 'accompaniments' | 'activities'>>(bars: readonly B[]) {
  return bars.map((bar) => ({ ...bar, accompaniments: null, activities: null }))
}

/**
 * Bars of time, or territories: what is hidden of one table of them.
 *
 * @param around the same bars with some of the filters left out
 */
export function barsShown<B extends Pick<TimeBar, 'accompaniments' | 'activities'>>(
  bars: readonly B[],
  around: readonly (readonly B[])[] = [],
): (Omit<B, 'accompaniments' | 'activities'> & {
  accompaniments: number | null
  activities: number | null
})[] {
  const personsOf = (of: readonly B[], place: number) => of[place]?.accompaniments ?? 0
  const found = [...bars.keys()].filter((place) =>
    around.some((others) => differByFew(personsOf(others, place), personsOf(bars, place))),
  )
  const hidden = hiddenCells(
    bars.map(({ accompaniments }) => accompaniments),
    new Set(found),
  )
  return bars.map((bar, place) =>
    hidden.has(place) ? { ...bar, accompaniments: null, activities: null } : bar,
  )
}

interface Cells<V, C> {
  readonly shown: [V, C][]
  readonly hidden: V[]
}

/** Fields of one answer that may stay empty: those who gave none are found by subtracting from these. */
const wholes: Partial<Record<StateFacet, FacetValue>> = {
  autonomie: 'type:individuel',
  orientation: 'type:individuel',
  niveau: 'type:collectif',
}

function weightsShown({ weights }: Figures, around: readonly Figures[]): Cells<FacetValue, Readonly<Weight>> {
  const personsOf = (value: FacetValue) => weights.get(value)?.accompaniments ?? 0
  const isFound = (value: FacetValue) =>
    around.some((other) => differByFew(other.weights.get(value)?.accompaniments ?? 0, personsOf(value)))
  return tables(
    weights,
    ({ accompaniments }) => accompaniments,
    isFound,
    (facet, known) => {
      const whole = wholes[facet]
      return whole === undefined ? 0 : personsOf(whole) - known
    },
  )
}

/** Those whose trait isn't known are found by subtracting too. */
function traitsShown(
  { traits, beneficiaries }: Figures,
  around: readonly Figures[],
): Cells<TraitValue, number> {
  const isFound = (value: TraitValue) =>
    around.some((other) => differByFew(other.traits.get(value) ?? 0, traits.get(value) ?? 0))
  return tables(
    traits,
    (persons) => persons,
    isFound,
    (_, known) => beneficiaries.total - known,
  )
}

/** The cells of each facet are a table of their own; so are those about whom nothing is known, by `restOf`. */
function tables<V extends FacetValue, C>(
  all: ReadonlyMap<V, C>,
  personsOf: (cell: C) => number,
  isFoundElsewhere: (value: V) => boolean,
  restOf: (facet: StateFacet, known: number) => number,
): Cells<V, C> {
  const shown: [V, C][] = []
  const hidden: V[] = []
  for (const facet of stateFacets) {
    const cells = [...all].filter(([value]) => facetOf(value) === facet)
    const persons = cells.map(([, cell]) => personsOf(cell))
    const known = persons.reduce((sum, one) => sum + one, 0)
    const found = [...cells.entries()].flatMap(([place, [value]]) => (isFoundElsewhere(value) ? [place] : []))
    const places = hiddenCells([...persons, Math.max(0, restOf(facet, known))], new Set(found))
    for (const [place, cell] of cells.entries()) {
      if (places.has(place)) hidden.push(cell[0])
      else shown.push(cell)
    }
  }
  return { shown, hidden }
}
