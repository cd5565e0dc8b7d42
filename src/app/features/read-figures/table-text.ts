import type { BlockDefinition } from './block-definitions.ts'
import type { BlockRow } from './block-rows.ts'
import { formatShare } from '../../ui/format/number.ts'
import { formatAmount, unitHeads } from './unit-words.ts'

/** Rows as a text that pastes as a table: cells parted by tabs. */
export function pastedTable(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => cells.join('\t')).join('\n')
}

/** A breakdown as a text that pastes as a table: a line for each row, cells parted by tabs. */
export function tableText(block: BlockDefinition, rows: readonly BlockRow[]): string {
  const lines = rows.map(({ label, amount, share }) => [
    label,
    formatAmount(block.unit, amount),
    share === undefined ? '' : formatShare(share),
  ])
  return pastedTable([[block.title, unitHeads[block.unit], 'Part'], ...lines])
}
