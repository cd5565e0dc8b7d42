import { delayFromWire, weightsFromWire } from '../../../../domain/access/figures-on-the-wire.ts'
import type { StateFigures } from '../../../../domain/access/state-figures.ts'
import { facetWords, type FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { FacetValue } from '../../../../domain/report/search/facets.ts'
import { facetOf, valueOf } from '../../../../domain/report/search/report-filter.ts'
import type { TraitValue } from '../../../../domain/report/search/trait-facets.ts'
import type { Figures } from '../../../../domain/statistics/compute-figures.ts'
import type { BlockDefinition } from '../block-definitions.ts'
import { blockRows } from '../block-rows.ts'

/** A line of a breakdown; without an amount where it is hidden. */
export interface StateRow {
  readonly key: string
  readonly label: string
  readonly amount: number | null
  readonly share: number | undefined
}

/** No place and no person is told to the State. */
const noNames: FacetNames = { places: new Map(), communes: new Map(), people: new Map() }

/** The lines of a breakdown: those that are shown, then those that there are and are hidden. */
export function stateRows(block: BlockDefinition, figures: StateFigures): StateRow[] {
  const hidden = figures.hidden
    // The server names facets; those that this build doesn't know are in no block.
    .map((value) => value as FacetValue)
    .filter((value) => facetOf(value) === block.facet && (block.has?.(valueOf(value)) ?? true))
  const shown = blockRows(block, figuresIn(figures), noNames)
    // What isn't known would be found by subtracting what is hidden.
    .filter(({ key }) => key !== 'rest' || hidden.length === 0)
  return [
    ...shown.map(({ key, label, amount, share }) => ({ key, label, amount, share })),
    ...hidden.map((value) => ({
      key: value,
      label: facetWords(value, noNames),
      amount: null,
      share: undefined,
    })),
  ]
}

/** What is shown, as breakdowns read it; what is hidden is left out. */
function figuresIn({ totals, weights, traits, delay }: StateFigures): Figures {
  const { beneficiaries, minutes } = totals
  const whole = { named: 0, anonymous: 0, total: beneficiaries.total ?? 0 }
  return {
    activities: totals.activities ?? 0,
    accompaniments: totals.accompaniments ?? 0,
    beneficiaries: whole,
    newOnes: whole,
    minutes: minutes ?? { accompaniment: 0, rest: 0, total: 0 },
    eventParticipants: totals.eventParticipants ?? 0,
    weights: weightsFromWire(weights),
    traits: new Map(Object.entries(traits).map(([value, people]) => [value as TraitValue, people])),
    delay: delayFromWire(delay),
  }
}
