import { useId, useState } from 'react'
import type { SettlementsAnswer } from '../../../../domain/access/month-anomalies.ts'
import type { Settlement } from '../../../../domain/anomalies/settlement.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { sendWithdrawal, type AskedMonth } from '../../../data/month-anomalies.ts'
import { Button } from '../../../ui/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { formatInstant } from '../../../ui/format/instant.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { titleOf, type SeenAnomaly } from './anomalies-view.ts'
import styles from './check-month.module.css'
import { NotSaid, type NotSaidReason } from './NotSaid.tsx'

export interface SettledAnomaliesProps {
  settled: readonly SeenAnomaly[]
  asked: AskedMonth
  canSettle: boolean
  onSaid: (said: SettlementsAnswer) => void
  onGone: () => void
}

/** What is settled, folded: by whom, when, in which words. */
export function SettledAnomalies({ settled, ...rest }: SettledAnomaliesProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.kind}>
        Déjà réglé <span className={styles.count}>({settled.length})</span>
      </h2>
      <Disclosure summary="Voir par qui et comment" open={isOpen} onToggle={setOpen}>
        <ul className={styles.cards}>
          {settled.map((seen) => (
            <SettledCard key={seen.anomaly.key} seen={seen} {...rest} />
          ))}
        </ul>
      </Disclosure>
    </section>
  )
}

type SettledCardProps = Omit<SettledAnomaliesProps, 'settled'> & { seen: SeenAnomaly }

function SettledCard({ seen: { anomaly, settledBy }, asked, canSettle, onSaid, onGone }: SettledCardProps) {
  const [refused, setRefused] = useState<NotSaidReason>()
  const withdraw = async (id: string) => {
    const outcome = await sendWithdrawal(asked.structure, id)
    if (outcome.ok) onSaid(outcome.said)
    else setRefused(outcome.reason)
  }
  return (
    <li className={styles.card}>
      <h3 className={styles.who}>
        {anomaly.advisorName}, {titleOf(anomaly.kind).toLowerCase()}
      </h3>
      <p className={styles.sentence}>{anomaly.sentence}</p>
      <ul className={styles.said}>
        {anomaly.settlements.map((settlement) => (
          <Said key={settlement.id} settlement={settlement} />
        ))}
      </ul>
      {refused && <NotSaid reason={refused} onGone={onGone} />}
      {canSettle && settledBy && (
        <div data-print="hide">
          <Button
            variant="quiet"
            icon="undo"
            onClick={() => void withdraw(settledBy.id).catch(rememberError)}
          >
            Remettre à regarder<VisuallyHidden>&nbsp;: {anomaly.sentence}</VisuallyHidden>
          </Button>
        </div>
      )}
    </li>
  )
}

function Said({ settlement: { sentence, byName, at, withdrawn } }: { settlement: Settlement }) {
  return (
    <li>
      <q>{sentence}</q>{' '}
      <span className={styles.by}>
        {byName}, {formatInstant(Date.parse(at))}.
        {withdrawn && ` Retiré par ${withdrawn.byName}, ${formatInstant(Date.parse(withdrawn.at))}.`}
      </span>
    </li>
  )
}
