import { delayFromWire, weightsFromWire } from '../../../../domain/access/figures-on-the-wire.ts'
import type { PublicFigures } from '../../../../domain/access/public-figures.ts'
import { facetWords, type FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { FacetValue } from '../../../../domain/report/search/facets.ts'
import { facetOf, valueOf } from '../../../../domain/report/search/report-filter.ts'
import type { TraitValue } from '../../../../domain/report/search/trait-facets.ts'
import type { Figures } from '../../../../domain/statistics/compute-figures.ts'
import { rowsOnPaper } from '../bilan/bilan-blocks.ts'
import { blockDefinitions, type BlockDefinition } from '../block-definitions.ts'
import { blockRows, type BlockRow } from '../block-rows.ts'

/** Blocks that no link shows: places have names that are typed by hand, and where somebody lives is theirs. */
const neverPublished: ReadonlySet<string> = new Set(['lieux', 'residence'])

export const publicBlocks = blockDefinitions.filter(({ name }) => !neverPublished.has(name))

export interface PublicRows {
  /** As paper has room for them. */
  readonly rows: readonly BlockRow[]
  /** How many more there are. */
  readonly left: number
  /** What there is and isn't told, by name; communes aren't named. */
  readonly hidden: readonly string[]
}

/** The lines of a breakdown as anybody reads them. */
export function publicRows(block: BlockDefinition, figures: PublicFigures): PublicRows {
  const names = namesIn(figures)
  const hidden = hiddenNames(block, figures, names)
  const shown = blockRows(block, figuresIn(figures), names)
    // What isn't known would be found by subtracting what is hidden.
    .filter(({ key }) => key !== 'rest' || hidden.length === 0)
  const rows = rowsOnPaper(block, shown)
  return { rows, left: shown.length - rows.length, hidden }
}

/** Whether a breakdown has anything to say. */
export function saysAnything({ rows, hidden }: PublicRows): boolean {
  return rows.length > 0 || hidden.length > 0
}

function hiddenNames(block: BlockDefinition, figures: PublicFigures, names: FacetNames): string[] {
  if (block.facet === 'commune') return figures.hasHiddenCommunes ? ['d’autres communes'] : []
  return (
    figures.hidden
      // The server names facets; those that this build doesn't know are in no block.
      .map((value) => value as FacetValue)
      .filter((value) => facetOf(value) === block.facet && (block.has?.(valueOf(value)) ?? true))
      .toSorted((a, b) => placeIn(block, a) - placeIn(block, b))
      .map((value) => facetWords(value, names))
  )
}

function placeIn({ order = [] }: BlockDefinition, value: FacetValue): number {
  return order.indexOf(valueOf(value))
}

function namesIn({ communes }: PublicFigures): FacetNames {
  return { places: new Map(), people: new Map(), communes: new Map(Object.entries(communes)) }
}

/** What is shown, as breakdowns read it; what is hidden is left out. */
function figuresIn({ totals, weights, traits, delay }: PublicFigures): Figures {
  const whole = { named: 0, anonymous: 0, total: totals.beneficiaries.total ?? 0 }
  return {
    activities: totals.activities ?? 0,
    accompaniments: totals.accompaniments ?? 0,
    beneficiaries: whole,
    newOnes: whole,
    minutes: totals.minutes ?? { accompaniment: 0, rest: 0, total: 0 },
    eventParticipants: totals.eventParticipants ?? 0,
    weights: weightsFromWire(weights),
    // The server breaks people down by traits alone.
    traits: new Map(Object.entries(traits).map(([value, people]) => [value as TraitValue, people])),
    delay: delayFromWire(delay),
  }
}
