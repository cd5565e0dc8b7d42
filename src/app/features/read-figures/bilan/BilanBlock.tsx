import type { FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { Figures } from '../../../../domain/statistics/compute-figures.ts'
import { BarList } from '../../../ui/BarList.tsx'
import { counted } from '../../../ui/format/number.ts'
import type { BlockDefinition } from '../block-definitions.ts'
import { blockRows } from '../block-rows.ts'
import { amountWithShare, countedIn } from '../unit-words.ts'
import { oneOfEachName, rowsOnPaper } from './bilan-blocks.ts'
import styles from './bilan.module.css'
import { BlockHead, type HeadLevel } from './BlockHead.tsx'

export interface BilanBlockProps {
  block: BlockDefinition
  figures: Figures
  names: FacetNames
  /** Said where there are no lines. */
  none: string | undefined
  level: HeadLevel
}

/** A breakdown as it is handed over: bars with their numbers, and nothing to press. */
export function BilanBlock({ block, figures, names, none, level }: BilanBlockProps) {
  const rows = oneOfEachName(block, blockRows(block, figures, names))
  const shown = rowsOnPaper(block, rows)
  const others = rows.length - shown.length
  return (
    <section className={styles.block}>
      <BlockHead level={level} title={block.title} unit={countedIn(block)} />
      {rows.length === 0 && <p>{none}</p>}
      <BarList
        rows={shown.map((row) => ({ ...row, value: amountWithShare(block.unit, row) }))}
        most={Math.max(...rows.map(({ amount }) => amount))}
      />
      {others > 0 && <p className={styles.unit}>et {counted(others, 'autre ligne', 'autres lignes')}</p>}
    </section>
  )
}
