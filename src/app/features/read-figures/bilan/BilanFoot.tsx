import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { keptPublicInformation } from '../../../data/public-information.ts'
import { formatDayWithYear } from '../../../ui/format/date.ts'
import type { BlockDefinition } from '../block-definitions.ts'
import { footNotes } from './foot-notes.ts'
import styles from './bilan.module.css'

export interface BilanFootProps {
  blocks: readonly BlockDefinition[]
  /** Where the figures come from, in a sentence. */
  source: string
  today: CalendarDay
}

/** What whoever reads it needs to trust it: how it is counted, from what, when. */
export function BilanFoot({ blocks, source, today }: BilanFootProps) {
  return (
    <footer className={styles.foot}>
      <p>{footNotes(blocks).join(' ')}</p>
      <p>
        {source} Établi avec Espace Coop le {formatDayWithYear(today)}.
        {/* The line that every page of a demonstration has isn't on paper. */}
        {keptPublicInformation()?.demonstration && <strong> Démonstration&nbsp;: données inventées.</strong>}
      </p>
    </footer>
  )
}
