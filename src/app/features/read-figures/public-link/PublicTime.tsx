import type { PublicFigures } from '../../../../domain/access/public-figures.ts'
import { ColumnChart } from '../../../ui/ColumnChart.tsx'
import { counted, formatNumber } from '../../../ui/format/number.ts'
import { timeBlock } from '../bilan/bilan-blocks.ts'
import styles from '../bilan/bilan.module.css'
import { BlockHead, type HeadLevel } from '../bilan/BlockHead.tsx'
import { hiddenWord } from '../state/amount-words.ts'
import { barLabel, barWords } from '../time-words.ts'

/** Accompaniments as time goes by, for anybody. */
export function PublicTime({ figures, level }: { figures: PublicFigures; level: HeadLevel }) {
  const { bars, step, period } = figures
  const isAnyHidden = bars.some(({ accompaniments }) => accompaniments === null)
  return (
    <section className={styles.block}>
      <BlockHead level={level} title={timeBlock.title} unit={step === 'mois' ? 'par mois' : 'par semaine'} />
      <ColumnChart
        columns={bars.map((bar) => ({
          key: bar.from,
          amount: bar.accompaniments ?? 0,
          value: bar.accompaniments === null ? '–' : formatNumber(bar.accompaniments),
          label: barLabel(bar, step, period),
          words: `${barWords(bar, step)}\u00A0: ${bar.accompaniments === null ? hiddenWord : counted(bar.accompaniments, 'accompagnement', 'accompagnements')}`,
        }))}
        summary={`${bars.length} barres.`}
        renderColumn={(_, content) => content}
      />
      {isAnyHidden && <p className={styles.unit}>–&nbsp;: {hiddenWord}</p>}
    </section>
  )
}
