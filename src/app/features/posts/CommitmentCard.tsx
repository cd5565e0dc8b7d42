import type { ToldCommitment } from '../../../domain/access/structure-commitments.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import {
  commitmentStatusLabels,
  evidenceSourceLabels,
  type CommitmentStatus,
} from '../../../domain/commitments/commitment.ts'
import { formatDayInFigures } from '../../ui/format/date.ts'
import styles from './posts.module.css'
import { StatusWord, type StatusTone } from './StatusWord.tsx'

const tones: Readonly<Record<CommitmentStatus, StatusTone>> = {
  kept: 'good',
  'to-do': 'warn',
  late: 'bad',
  'not-applicable': 'soft',
  unknown: 'soft',
}

/** One commitment: where it stands, by what, and what is to be done. */
export function CommitmentCard({ commitment, today }: { commitment: ToldCommitment; today: CalendarDay }) {
  const { number, title, status, evidence, next } = commitment
  return (
    <article className={styles.card} aria-labelledby={`engagement-${number}`}>
      <div className={styles.head}>
        <h2 className={styles.title} id={`engagement-${number}`}>
          {number}. {title}
        </h2>
        <StatusWord tone={tones[status]}>{commitmentStatusLabels[status]}</StatusWord>
      </div>
      <ul className={styles.evidence}>
        {evidence.map(({ words, day, source }) => (
          <li key={`${words} ${day}`}>
            {words}{' '}
            <span className={styles.source}>
              {[day && formatDayInFigures(day), source !== 'none' && evidenceSourceLabels[source]]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <strong>{next.words}</strong>{' '}
          {next.by && (next.by <= today ? 'Dès maintenant.' : `Avant le ${formatDayInFigures(next.by)}.`)}
        </p>
      )}
    </article>
  )
}
