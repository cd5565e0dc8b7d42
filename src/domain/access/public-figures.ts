import * as z from 'zod/mini'
import type { FacetName, FacetValue } from '../report/search/facets.ts'
import { facetOf, valueOf } from '../report/search/report-filter.ts'
import type { TraitValue } from '../report/search/trait-facets.ts'
import type { Figures } from '../statistics/compute-figures.ts'
import { hiddenCells } from '../statistics/small-counts.ts'
import { timeSteps, type TimeBar } from '../statistics/timeline.ts'
import type { Weight } from '../statistics/weights.ts'
import { weightsToWire } from './figures-on-the-wire.ts'
import { barsShown, stateFiguresSchema, totalsShown } from './state-figures.ts'

const { countedAt, period, totals, weights, traits, hidden, delay, bars } = stateFiguresSchema.shape

/** Figures that anybody may read: small counts are hidden, whatever the territory (domain.md, "Small counts"). */
export const publicFiguresSchema = z.object({
  countedAt,
  period,
  totals,
  weights,
  traits,
  hidden,
  delay,
  step: z.enum(timeSteps),
  bars,
  /** Names of the communes that the weights speak of. */
  communes: z.record(z.string(), z.string()),
  /** Whether communes are hidden: which ones isn't told, since a name and a day are enough to know somebody. */
  hasHiddenCommunes: z.boolean(),
})
export type PublicFigures = z.infer<typeof publicFiguresSchema>

/** What figures are made of for the public, but for when and of what they were counted. */
export type ShownFigures = Omit<PublicFigures, 'countedAt' | 'period' | 'step'>

/**
 * Tables whose cells count accompaniments. Neither places of activity, whose names are typed by hand and which together
 * with communes would tell of those who were met elsewhere, nor where people live, nor tags, nor anybody.
 */
const weighed = [
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
] as const satisfies readonly FacetName[]

const traitTables = ['sexe', 'age', 'statut'] as const satisfies readonly FacetName[]

type Table = (typeof weighed)[number] | (typeof traitTables)[number]

/** Tables of which a value of another one is the whole: where the whole is hidden, so are its parts. */
const wholes: Partial<Record<Table, FacetValue>> = {
  autonomie: 'type:individuel',
  orientation: 'type:individuel',
  besoin: 'type:individuel',
  niveau: 'type:collectif',
  demarche: 'theme:aide_aux_demarches_administratives',
}

/** Tables of which one activity may leave the field empty: those who gave no answer are a cell too. */
const mayBeEmpty: ReadonlySet<Table> = new Set(['autonomie', 'orientation', 'niveau'])

/** Two values that count the same activities: what hides one hides the other. */
const oneAndTheSame: readonly [FacetValue, FacetValue] = [
  'theme:aide_aux_demarches_administratives',
  'mission:3',
]

/**
 * What the public may read of figures: each table suppressed for itself, first and secondarily, and nothing that one
 * table says can be used to find what another one hides.
 *
 * @param communeOf the name of a commune by its INSEE code
 */
export function shownToPublic(
  figures: Figures,
  bars: readonly TimeBar[],
  communeOf: (code: string) => string | undefined,
): ShownFigures {
  const totals = totalsShown(figures)
  if (totals.activities === null) return { ...nothing, totals, bars: barsHidden(bars) }
  const hidden = hiddenValues(figures)
  const weights = [...figures.weights].filter(([value]) => isTold(value) && !hidden.has(value))
  const traits = [...figures.traits].filter(([value]) => isTrait(value) && !hidden.has(value))
  const isCommune = (value: FacetValue) => facetOf(value) === 'commune'
  return {
    totals,
    weights: weightsToWire(weights),
    traits: Object.fromEntries(traits),
    hidden: [...hidden].filter((value) => !isCommune(value)).sort(),
    delay: { activities: figures.delay.activities, median: figures.delay.median ?? null },
    bars: barsShown(bars),
    communes: Object.fromEntries(
      weights.flatMap(([value]) => {
        const name = isCommune(value) ? communeOf(valueOf(value)) : undefined
        return name === undefined ? [] : [[valueOf(value), name] as const]
      }),
    ),
    hasHiddenCommunes: [...hidden].some(isCommune),
  }
}

const nothing: Omit<ShownFigures, 'totals' | 'bars'> = {
  weights: {},
  traits: {},
  hidden: [],
  delay: { activities: 0, median: null },
  communes: {},
  hasHiddenCommunes: false,
}

function barsHidden(bars: readonly TimeBar[]): ShownFigures['bars'] {
  return bars.map(({ from, to }) => ({ from, to, accompaniments: null, activities: null }))
}

function isTrait(value: FacetValue): value is TraitValue {
  return traitTables.some((name) => name === facetOf(value))
}

/** Of places only what kind they are of. */
function isTold(value: FacetValue): boolean {
  const facet = facetOf(value)
  return weighed.some((name) => name === facet) && (facet !== 'lieu' || placeKinds.has(valueOf(value)))
}

const placeKinds: ReadonlySet<string> = new Set(['lieu_activite', 'domicile', 'a_distance', 'autre'])

/** All values that aren't shown: of each table, then of those that another table would tell of, until nothing changes. */
function hiddenValues(figures: Figures): ReadonlySet<FacetValue> {
  const hidden = new Set<FacetValue>()
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size
    for (const table of [...weighed, ...traitTables])
      for (const value of hiddenOf(table, figures, hidden)) hidden.add(value)
    const [one, same] = oneAndTheSame
    if (hidden.has(one) || hidden.has(same))
      for (const value of oneAndTheSame) addKnown(hidden, value, figures)
  }
  return hidden
}

function addKnown(hidden: Set<FacetValue>, value: FacetValue, { weights }: Figures): void {
  if ((weights.get(value)?.accompaniments ?? 0) > 0) hidden.add(value)
}

function hiddenOf(table: Table, figures: Figures, known: ReadonlySet<FacetValue>): FacetValue[] {
  const cells = cellsOf(table, figures)
  const whole = wholes[table]
  if (whole !== undefined && known.has(whole)) return cells.map(([value]) => value)
  const persons = cells.map(([, count]) => count)
  const besides = new Set(cells.flatMap(([value], place) => (known.has(value) ? [place] : [])))
  const places = hiddenCells([...persons, restOf(table, figures, persons)], besides)
  return cells.flatMap(([value], place) => (places.has(place) ? [value] : []))
}

function cellsOf(table: Table, { weights, traits }: Figures): (readonly [FacetValue, number])[] {
  const all: (readonly [FacetValue, number])[] = traitTables.some((name) => name === table)
    ? [...traits]
    : [...weights].map(([value, { accompaniments }]: [FacetValue, Readonly<Weight>]) => [
        value,
        accompaniments,
      ])
  return all.filter(([value]) => facetOf(value) === table && (isTold(value) || isTrait(value)))
}

/** Persons of whom a table says nothing: they would be found by subtracting it from what it is of. */
function restOf(table: Table, figures: Figures, persons: readonly number[]): number {
  const known = persons.reduce((sum, count) => sum + count, 0)
  if (traitTables.some((name) => name === table)) return Math.max(0, figures.beneficiaries.total - known)
  const whole = wholes[table]
  if (whole === undefined || !mayBeEmpty.has(table)) return 0
  return Math.max(0, (figures.weights.get(whole)?.accompaniments ?? 0) - known)
}
