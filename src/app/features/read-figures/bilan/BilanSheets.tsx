import type { Ref } from 'react'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { BilanChoices } from '../../../data/bilan.ts'
import { periodWords } from '../period-words.ts'
import type { AskedFigures } from '../use-figures.ts'
import { blocksToChoose } from './bilan-blocks.ts'
import type { BilanModel } from './bilan-models.ts'
import { BilanFoot } from './BilanFoot.tsx'
import { BilanHead } from './BilanHead.tsx'
import { BilanPartBlocks } from './BilanPartBlocks.tsx'
import { BilanTotals } from './BilanTotals.tsx'
import styles from './bilan.module.css'

/** Who a bilan is of, and where its figures come from. */
export interface BilanSubject {
  /** An advisor with their structures, or a structure. */
  whose: string
  /** Whose accompaniments are counted, by name, where it is of several people. */
  advisors: readonly string[]
  source: string
}

export interface BilanSheetsProps extends BilanSubject {
  ref: Ref<HTMLElement>
  model: BilanModel
  choices: BilanChoices
  asked: AskedFigures
  names: FacetNames
  today: CalendarDay
}

/** What is handed over, sheet by sheet, the same on the screen and on paper. */
export function BilanSheets(props: BilanSheetsProps) {
  const { ref, model, choices, asked, names, today, whose, advisors, source } = props
  const title = titleOf(model, choices)
  const isEmpty = asked.figures.activities === 0
  const blocks = blocksToChoose(asked.figures).filter(({ name }) => choices.blocks.includes(name))
  const last = model.sheets.length - 1
  return (
    <article className={styles.bilan} aria-label={title} ref={ref}>
      {model.sheets.map((parts, index) => (
        // Sheets are as many as the model has, in its order.
        // oxlint-disable-next-line react/no-array-index-key -- see above
        <div key={index} className={styles.sheet} data-sheet>
          {index === 0 ? (
            <>
              <BilanHead {...{ title, whose, advisors, asked, names }} />
              {choices.words.trim() !== '' && <p className={styles.words}>{choices.words.trim()}</p>}
              <BilanTotals asked={asked} saysChange={model.saysChange} />
              {isEmpty && <p>Aucune activité sur cette période.</p>}
            </>
          ) : (
            <p className={styles.again}>
              {title}, {whose}, {periodWords(asked.period)}
            </p>
          )}
          {!isEmpty &&
            parts.map((part) => (
              <BilanPartBlocks key={part.blocks[0]} {...{ part, model, choices, asked, names }} />
            ))}
          {index === last && <BilanFoot {...{ blocks, source, today }} />}
        </div>
      ))}
    </article>
  )
}

/** Nothing is handed over without a title. */
export function titleOf({ first }: BilanModel, { title }: BilanChoices): string {
  return title.trim() || first.title
}
