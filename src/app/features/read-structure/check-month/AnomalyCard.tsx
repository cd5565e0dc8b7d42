import { useId, useState } from 'react'
import type { SettlementsAnswer, StructureAnomaly } from '../../../../domain/access/month-anomalies.ts'
import type { AskedMonth } from '../../../data/month-anomalies.ts'
import { Button } from '../../../ui/Button.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './check-month.module.css'
import { Evidence } from './Evidence.tsx'
import { SettleForm } from './SettleForm.tsx'

export interface AnomalyCardProps {
  anomaly: StructureAnomaly
  answers: readonly string[]
  asked: AskedMonth
  canSettle: boolean
  onSaid: (said: SettlementsAnswer) => void
  onGone: () => void
}

/** One finding: whose month, what is there, the reports side by side, and what one says of it. */
export function AnomalyCard({ anomaly, canSettle, ...rest }: AnomalyCardProps) {
  const [answering, setAnswering] = useState<'not yet' | 'now' | 'given up'>('not yet')
  const id = useId()
  const { advisorName, sentence } = anomaly
  return (
    <li className={styles.card}>
      <h3 id={id} className={styles.who}>
        {advisorName}
      </h3>
      <p className={styles.sentence}>{sentence}</p>
      <Evidence anomaly={anomaly} />
      {canSettle && answering !== 'now' && (
        <div data-print="hide">
          <Button
            icon="pencil"
            // Given up, one is back where one was.
            ref={answering === 'given up' ? focusOn : undefined}
            onClick={() => setAnswering('now')}
          >
            Répondre par une phrase<VisuallyHidden> pour {advisorName}</VisuallyHidden>
          </Button>
        </div>
      )}
      {answering === 'now' && (
        <SettleForm anomaly={anomaly} onCancel={() => setAnswering('given up')} {...rest} />
      )}
    </li>
  )
}

function focusOn(element: HTMLElement | null): void {
  element?.focus()
}
