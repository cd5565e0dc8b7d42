import type { Period } from '../../../../domain/statistics/period.ts'
import type { TimeStep } from '../../../../domain/statistics/timeline.ts'
import { ColumnChart } from '../../../ui/ColumnChart.tsx'
import { chartColumns, isOfOneMonth, summaryOf } from '../time-words.ts'
import type { AskedFigures } from '../use-figures.ts'
import { barsOnPaper } from './bars-on-paper.ts'
import { timeBlock } from './bilan-blocks.ts'
import styles from './bilan.module.css'
import { BlockHead, type HeadLevel } from './BlockHead.tsx'

/** Accompaniments as time goes by, across the page. */
export function BilanTime({ asked, level }: { asked: AskedFigures; level: HeadLevel }) {
  const { bars, step } = barsOnPaper(asked)
  return (
    <section className={styles.block}>
      <BlockHead level={level} title={timeBlock.title} unit={cutBy(step, asked.period)} />
      <ColumnChart
        columns={chartColumns(bars, step, asked.period)}
        summary={summaryOf(bars, step)}
        renderColumn={(_, content) => content}
      />
    </section>
  )
}

function cutBy(step: TimeStep, period: Period): string {
  switch (step) {
    case 'jour':
      return 'par jour'
    case 'semaine':
      return isOfOneMonth(period) ? 'par semaine' : 'par semaine, dite par son premier jour'
    case 'mois':
      return 'par mois'
  }
}
