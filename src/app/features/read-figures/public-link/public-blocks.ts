import { delayFromWire, weightsFromWire } from '../../../../domain/access/figures-on-the-wire.ts'
import type { PublicFigures } from '../../../../domain/access/public-figures.ts'
import { facetWords, type FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { FacetValue } from '../../../../domain/report/search/facets.ts'
import { facetOf, valueOf } from '../../../../domain/report/search/report-filter.ts'
import type { TraitValue } from '../../../../domain/report/search/trait-facets.ts'
import type { Figures } from '../../../../domain/statistics/compute-figures.ts'
import { rowsOnPaper } from '../bilan/bilan-blocks.ts'
import { blockDefinitions, type BlockDefinition } from '../block-definitions.ts'
import { blockRows } from '../block-rows.ts'

/** Blocks that no link shows: places have names that are typed by hand, and where somebody lives is theirs. */
const neverPublished: ReadonlySet<string> = new Set(['lieux', 'residence'])

export const publicBlocks = blockDefinitions.filter(({ name }) => !neverPublished.has(name))

/** A line of a breakdown; without an amount where it is hidden. */
export interface PublicRow {
  readonly key: string
  readonly label: string
  readonly amount: number | null
  readonly share: number | undefined
}

/** The lines of a breakdown as paper has room for them, and how many are left out. */
export function publicRows(
  block: BlockDefinition,
  figures: PublicFigures,
): { rows: readonly PublicRow[]; left: number } {
  const names = namesIn(figures)
  const hidden = hiddenRows(block, figures, names)
  const shown = blockRows(block, figuresIn(figures), names)
    // What isn't known would be found by subtracting what is hidden.
    .filter(({ key }) => key !== 'rest' || hidden.length === 0)
  const onPaper = rowsOnPaper(block, shown)
  return {
    rows: [...onPaper.map(({ key, label, amount, share }) => ({ key, label, amount, share })), ...hidden],
    left: shown.length - onPaper.length,
  }
}

/** Communes that are hidden aren't named. */
function hiddenRows(block: BlockDefinition, figures: PublicFigures, names: FacetNames): PublicRow[] {
  if (block.facet === 'commune')
    return figures.hasHiddenCommunes ? [hiddenRow('communes-masquees', 'D’autres communes')] : []
  return (
    figures.hidden
      // The server names facets; those that this build doesn't know are in no block.
      .map((value) => value as FacetValue)
      .filter((value) => facetOf(value) === block.facet && (block.has?.(valueOf(value)) ?? true))
      .map((value) => hiddenRow(value, facetWords(value, names)))
  )
}

function hiddenRow(key: string, label: string): PublicRow {
  return { key, label, amount: null, share: undefined }
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
