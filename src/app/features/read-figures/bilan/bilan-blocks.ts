import type { Figures } from '../../../../domain/statistics/compute-figures.ts'
import type { FacetNames } from '../../../../domain/report/search/facet-words.ts'
import { blockDefinitions, type BlockDefinition } from '../block-definitions.ts'
import { blockRows } from '../block-rows.ts'

/** The block of time, beside the breakdowns. */
export const timeBlock = { name: 'temps-qui-passe', title: 'Accompagnements au fil du temps' }

/** What a bilan shows unless the person chooses otherwise: what fits on a page. */
export const firstBlocks: readonly string[] = [
  timeBlock.name,
  'thematiques',
  'missions',
  'types-de-lieu',
  'durees',
  'age',
  'sexe',
]

const noNames: FacetNames = { places: new Map(), people: new Map(), communes: new Map() }

/** Blocks that have something to show in a period. */
export function blocksToChoose(figures: Figures): BlockDefinition[] {
  return blockDefinitions.filter((block) => blockRows(block, figures, noNames).length > 0)
}
