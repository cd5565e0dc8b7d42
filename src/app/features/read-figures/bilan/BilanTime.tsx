import type { TimeStep } from '../../../../domain/statistics/timeline.ts'
import { ColumnChart } from '../../../ui/ColumnChart.tsx'
import { chartColumns, summaryOf } from '../time-words.ts'
import type { AskedFigures } from '../use-figures.ts'
import { barsOnPaper } from './bars-on-paper.ts'
import { timeBlock } from './bilan-blocks.ts'
import styles from './bilan.module.css'
import { BlockHead, type HeadLevel } from './BlockHead.tsx'

const cutBy: Readonly<Record<TimeStep, string>> = {
  jour: 'par jour',
  semaine: 'par semaine, dite par son premier jour',
  mois: 'par mois',
}

/** Accompaniments as time goes by, across the page. */
export function BilanTime({ asked, level }: { asked: AskedFigures; level: HeadLevel }) {
  const { bars, step } = barsOnPaper(asked)
  return (
    <section className={styles.block}>
      <BlockHead level={level} title={timeBlock.title} unit={cutBy[step]} />
      <ColumnChart
        columns={chartColumns(bars, step, asked.period)}
        summary={summaryOf(bars, step)}
        renderColumn={(_, content) => content}
      />
    </section>
  )
}
