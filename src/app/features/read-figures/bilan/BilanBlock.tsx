import type { FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { Figures } from '../../../../domain/statistics/compute-figures.ts'
import { BarList } from '../../../ui/BarList.tsx'
import { ColumnChart } from '../../../ui/ColumnChart.tsx'
import { amountWithShare } from '../unit-words.ts'
import { blockRows } from '../block-rows.ts'
import type { BlockDefinition } from '../block-definitions.ts'
import { chartColumns, summaryOf } from '../time-words.ts'
import type { AskedFigures } from '../use-figures.ts'
import { timeBlock } from './bilan-blocks.ts'
import styles from './bilan.module.css'

/** Rows that a page has room for. */
const shown = 6

/** A breakdown as it is handed over: its first lines, and nothing to press. */
export function BilanBlock({
  block,
  figures,
  names,
}: {
  block: BlockDefinition
  figures: Figures
  names: FacetNames
}) {
  const rows = blockRows(block, figures, names)
  const others = rows.length - shown
  return (
    <section className={styles.block}>
      <h3>{block.title}</h3>
      <p className={styles.rule}>{block.rule}</p>
      <BarList
        rows={rows.slice(0, shown).map((row) => ({ ...row, value: amountWithShare(block.unit, row) }))}
        most={Math.max(...rows.map(({ amount }) => amount))}
      />
      {others > 0 && (
        <p className={styles.rule}>
          et {others} {others > 1 ? 'autres lignes' : 'autre ligne'}
        </p>
      )}
    </section>
  )
}

/** Accompaniments as time goes by, across the page. */
export function BilanTime({ asked: { bars, step, period } }: { asked: AskedFigures }) {
  return (
    <section className={styles.block} data-wide>
      <h3>{timeBlock.title}</h3>
      <ColumnChart
        columns={chartColumns(bars, step, period)}
        summary={summaryOf(bars, step)}
        renderColumn={(_, content) => content}
      />
    </section>
  )
}
