import * as z from 'zod/mini'
import { calendarDaySchema } from '../calendar-day.ts'
import type { FacetName, FacetValue } from '../report/search/facets.ts'
import { facetOf } from '../report/search/report-filter.ts'
import type { TraitValue } from '../report/search/trait-facets.ts'
import type { BeneficiaryFigures } from '../statistics/beneficiary-figures.ts'
import type { Figures, Totals } from '../statistics/compute-figures.ts'
import { hiddenCells, isSmall, leastShown } from '../statistics/small-counts.ts'
import type { TimeBar } from '../statistics/timeline.ts'
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
  /** Whole months; up to today where the last one isn't over. */
  period: periodSchema,
  /** As many months before; null as long as the period isn't over, since days of a month aren't told. */
  before: z.nullable(z.object({ period: periodSchema, totals: totalsSchema })),
  totals: totalsSchema,
  /** Those that are hidden are not in it. */
  weights: weightsSchema,
  /** People by each trait, in the same way. */
  traits: z.record(z.string(), countSchema),
  /** Values that there are, and that are hidden. */
  hidden: z.array(z.string()),
  delay: delaySchema,
  /** By month. */
  bars: z.array(
    z.object({ from: calendarDaySchema, to: calendarDaySchema, accompaniments: shown, activities: shown }),
  ),
  /** Of the nation: what each department comes to, by its code; those of nothing too. */
  departments: z.nullable(z.record(z.string(), z.object({ accompaniments: shown, activities: shown }))),
  /** False while people are being counted: what activities come to is told first, and nothing of it changes then. */
  isWhole: z.boolean(),
})
export type StateFigures = z.infer<typeof stateFiguresSchema>

/** What isn't told of a period, whatever it counts, for what other periods and other territories tell of it. */
export interface Untold {
  /** Nothing at all is told then. */
  readonly isTotal: boolean
  readonly values: ReadonlySet<FacetValue>
}

const nothingUntold: Untold = { isTotal: false, values: new Set() }

/** What activities come to, without who was helped. */
export type ActivityFigures = Omit<Figures, keyof BeneficiaryFigures>

type Told = Pick<StateFigures, 'totals' | 'weights' | 'traits' | 'hidden' | 'delay'>

/**
 * What the State may read of figures.
 *
 * @param around the same figures with some of their filters left out, which whoever asks for these can ask for too:
 *   what differs from one of them by one to four persons would tell of those by subtracting
 */
export function shownToState(
  figures: Figures,
  around: readonly Figures[] = [],
  untold: Untold = nothingUntold,
): Told {
  const totals = untold.isTotal ? nothingShown : totalsShown(figures, around)
  if (totals.activities === null) return nothingTold
  const activities = activitiesShownToState(figures, around, untold)
  const traits = traitsShown(figures, around)
  return {
    ...activities,
    totals,
    traits: Object.fromEntries(traits.shown),
    hidden: [...activities.hidden, ...traits.hidden].sort(),
  }
}

/**
 * The same before people are counted. It shows what they might hide, unless there are people enough by `arePeopleEnough`.
 */
export function activitiesShownToState(
  figures: ActivityFigures,
  around: readonly ActivityFigures[],
  untold: Untold,
): Told {
  const totals = untold.isTotal ? nothingShown : activityTotalsShown(figures, around)
  // Not even which values there are: of one person they are a profile.
  if (totals.activities === null) return nothingTold
  const weights = weightsShown(figures, around, untold.values)
  return {
    totals,
    weights: weightsToWire(weights.shown),
    traits: {},
    hidden: weights.hidden.sort(),
    delay: delayToWire(figures.delay),
  }
}

/** Anonymous people, each of whom is one more person whatever else is counted. */
export interface AnonymousCount {
  readonly accompaniments: number
  readonly anonymous: number
}

/**
 * Whether people can't be so few that they would hide anything, be it by what is asked with fewer values. Those are more
 * activities than what is asked, or fewer, where another value of the same facet goes: one is always within the other, and
 * people differ by as many as anonymous people do at least.
 */
export function arePeopleEnough(asked: AnonymousCount, around: readonly AnonymousCount[]): boolean {
  const none = { accompaniments: 0, anonymous: 0 }
  return [none, ...around].every(
    (other) =>
      other.accompaniments === asked.accompaniments ||
      Math.abs(other.anonymous - asked.anonymous) >= leastShown,
  )
}

/** Totals before people are counted. */
export function activityTotalsShown(
  figures: ActivityTotals,
  around: readonly Pick<ActivityTotals, 'accompaniments'>[] = [],
): StateTotals {
  const { activities, accompaniments, minutes, eventParticipants } = figures
  if (isSmall(accompaniments)) return nothingShown
  if (around.some((other) => differByFew(other.accompaniments, accompaniments))) return nothingShown
  return {
    ...nothingShown,
    activities,
    accompaniments,
    minutes,
    eventParticipants: isSmall(eventParticipants) ? null : eventParticipants,
  }
}

export type ActivityTotals = Omit<Totals, 'beneficiaries' | 'newOnes'>

/**
 * Of so few accompaniments nothing is told: what they were made of would tell of somebody. Neither of those that are all
 * but a few.
 *
 * @param around as in `shownToState`
 */
export function totalsShown(totals: Totals, around: readonly Totals[] = []): StateTotals {
  const shown = activityTotalsShown(totals, around)
  const { beneficiaries, newOnes } = totals
  const { named, anonymous, total } = beneficiaries
  if (shown.activities === null || isSmall(total)) return nothingShown
  if (around.some((other) => differByFew(other.beneficiaries.total, total))) return nothingShown
  const areHidden = hiddenCells([named, anonymous]).size > 0
  // Whoever is not new is counted by subtracting.
  const isNewHidden = hiddenCells([newOnes.total, total - newOnes.total]).size > 0
  return {
    ...shown,
    beneficiaries: areHidden ? { named: null, anonymous: null, total } : { named, anonymous, total },
    newOnes: isNewHidden ? null : newOnes.total,
  }
}

function differByFew(one: number, other: number): boolean {
  return isSmall(Math.abs(one - other))
}

export const nothingShown: StateTotals = {
  activities: null,
  accompaniments: null,
  beneficiaries: { named: null, anonymous: null, total: null },
  newOnes: null,
  minutes: null,
  eventParticipants: null,
}

const nothingTold: Told = {
  totals: nothingShown,
  weights: {},
  traits: {},
  hidden: [],
  delay: { activities: 0, median: null },
}

/** Bars of time, or territories: what is hidden of one table of them. @param untold places that aren't told anyway */
export function barsShown<B extends Pick<TimeBar, 'accompaniments' | 'activities'>>(
  bars: readonly B[],
  untold: ReadonlySet<number> = new Set(),
): (Omit<B, 'accompaniments' | 'activities'> & {
  accompaniments: number | null
  activities: number | null
})[] {
  const hidden = hiddenCells(
    bars.map(({ accompaniments }) => accompaniments),
    untold,
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

/** Of what all but a few have, those few are found by subtracting it from the total. */
function weightsShown(
  { weights, accompaniments: total }: ActivityFigures,
  around: readonly ActivityFigures[],
  untold: ReadonlySet<FacetValue>,
): Cells<FacetValue, Readonly<Weight>> {
  const personsOf = (value: FacetValue) => weights.get(value)?.accompaniments ?? 0
  const isFound = (value: FacetValue) =>
    untold.has(value) ||
    differByFew(total, personsOf(value)) ||
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
