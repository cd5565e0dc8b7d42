import type { FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { Figures } from '../../../../domain/statistics/compute-figures.ts'
import { blockDefinitions, type BlockDefinition } from '../block-definitions.ts'
import { blockRows, type BlockRow } from '../block-rows.ts'

/** The block of time, beside the breakdowns. */
export const timeBlock = { name: 'temps-qui-passe', title: 'Accompagnements au fil du temps' }

const noNames: FacetNames = { places: new Map(), people: new Map(), communes: new Map() }

/** Breakdowns that have something to say in a period: lines, or that there are none where a model says so. */
export function blocksToChoose(
  figures: Figures,
  saysNone: Readonly<Record<string, string>> = {},
): BlockDefinition[] {
  return blockDefinitions.filter(
    (block) => Object.hasOwn(saysNone, block.name) || blockRows(block, figures, noNames).length > 0,
  )
}

/** Lines of a breakdown that a page has room for. */
const mostRows = 6

/**
 * The lines that a page shows of a breakdown. One that has an order is whole, since its end is no less than its
 * beginning; of another the last line is shown rather than said to be missing.
 */
export function rowsOnPaper(
  { order }: Pick<BlockDefinition, 'order'>,
  rows: readonly BlockRow[],
): readonly BlockRow[] {
  return order || rows.length <= mostRows + 1 ? rows : rows.slice(0, mostRows)
}

/**
 * Places of one name as one line: advisors of a structure each have their own, and who reads the page knows them by
 * their name alone. An activity has one place, hence their shares add up.
 */
export function oneOfEachName(
  { name }: Pick<BlockDefinition, 'name'>,
  rows: readonly BlockRow[],
): readonly BlockRow[] {
  if (name !== 'lieux') return rows
  const byLabel = new Map<string, BlockRow>()
  for (const row of rows) {
    const known = byLabel.get(row.label)
    byLabel.set(row.label, known ? joined(known, row) : row)
  }
  return [...byLabel.values()].toSorted((a, b) => b.amount - a.amount)
}

function joined(one: BlockRow, other: BlockRow): BlockRow {
  const share = one.share === undefined ? undefined : one.share + (other.share ?? 0)
  return { ...one, amount: one.amount + other.amount, share }
}
