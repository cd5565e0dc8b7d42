import { memo } from 'react'
import type { FacetNames } from '../../../domain/report/search/facet-words.ts'
import type { TimeStep } from '../../../domain/statistics/timeline.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { counted } from '../../ui/format/number.ts'
import { blockDefinitions, type BlockDefinition } from './block-definitions.ts'
import { BreakdownBlock } from './BreakdownBlock.tsx'
import styles from './read-figures.module.css'
import { TimeBlock } from './TimeBlock.tsx'
import type { AskedFigures } from './use-figures.ts'

export interface FiguresShownProps {
  asked: AskedFigures
  names: FacetNames
  onStep: (step: TimeStep) => void
}

/** What the totals are made of. Drawn once the totals are: a choice never waits for what is far below. */
export const FiguresShown = memo(function FiguresShown({ asked, names, onStep }: FiguresShownProps) {
  if (asked.figures.activities === 0) {
    return (
      <EmptyState icon="chart" title="Aucune activité sur cette période.">
        Choisissez une autre période, ou retirez un filtre.
      </EmptyState>
    )
  }
  return (
    <section>
      <h2>
        <VisuallyHidden>Répartitions</VisuallyHidden>
      </h2>
      <div className={styles.blocks}>
        <TimeBlock asked={asked} onStep={onStep} />
        {blockDefinitions.map((block) => (
          <BreakdownBlock
            key={block.name}
            block={block}
            asked={asked}
            names={names}
            sentence={sentenceOf(block, asked)}
          />
        ))}
      </div>
    </section>
  )
})

/** What a block says first, where one figure says more than its bars. */
function sentenceOf({ facet }: BlockDefinition, { figures: { delay } }: AskedFigures): string | undefined {
  if (facet !== 'delai' || delay.median === undefined) return undefined
  if (delay.median === 0) return 'La moitié au moins des activités sont déposées le jour même.'
  return `La moitié des activités sont déposées en ${counted(delay.median, 'jour', 'jours')} au plus.`
}
