import { useId } from 'react'
import type { SettlementsAnswer } from '../../../../domain/access/month-anomalies.ts'
import type { AskedMonth } from '../../../data/month-anomalies.ts'
import { AnomalyCard } from './AnomalyCard.tsx'
import type { KindOfAnomalies } from './anomalies-view.ts'
import styles from './check-month.module.css'

export interface AnomalyKindSectionProps {
  kind: KindOfAnomalies
  asked: AskedMonth
  canSettle: boolean
  onSaid: (said: SettlementsAnswer) => void
  onGone: () => void
}

/** Findings of one kind, under what the rule is. */
export function AnomalyKindSection({ kind, ...rest }: AnomalyKindSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.kind}>
        {kind.title} <span className={styles.count}>({kind.seen.length})</span>
      </h2>
      {kind.rule && <p className={styles.rule}>{kind.rule}</p>}
      <ul className={styles.cards}>
        {kind.seen.map(({ anomaly }) => (
          <AnomalyCard key={anomaly.key} anomaly={anomaly} answers={kind.answers} {...rest} />
        ))}
      </ul>
    </section>
  )
}
