import { Link } from 'wouter'
import { formatHours } from '../../ui/format/duration.ts'
import { counted, formatNumber } from '../../ui/format/number.ts'
import { changeSentence } from './change-sentence.ts'
import { periodWords } from './period-words.ts'
import { reportsAddress } from './counted-reports.ts'
import styles from './read-figures.module.css'
import type { AskedTotals } from './use-figures.ts'

interface Total {
  name: string
  now: number
  before: number
  format: (amount: number) => string
  detail?: string | undefined
}

/** Four totals, each with what it was in the period before, and a way to the reports that it counts where they are here. */
export function Totals({ asked }: { asked: AskedTotals }) {
  const { period, before } = asked
  const address = reportsAddress(asked, period)
  return (
    <>
      <dl className={styles.totals}>
        {totalsOf(asked).map(({ name, now, before: then, format, detail }) => (
          <div key={name} className={styles.total}>
            <dt>{name}</dt>
            <dd>
              {address === undefined ? (
                <span className={styles.amount}>{format(now)}</span>
              ) : (
                <Link href={address} className={styles.amount}>
                  {format(now)}
                </Link>
              )}
              {detail && <p>{detail}</p>}
              <p className={styles.change}>{changeSentence(now, then, format)}</p>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.rule}>Entre parenthèses, {periodWords(before.period)}.</p>
    </>
  )
}

function totalsOf({ figures, before: { totals } }: AskedTotals): Total[] {
  const { beneficiaries, newOnes, minutes } = figures
  return [
    {
      name: 'Accompagnements',
      now: figures.accompaniments,
      before: totals.accompaniments,
      format: formatNumber,
    },
    {
      name: 'Bénéficiaires',
      now: beneficiaries.total,
      before: totals.beneficiaries.total,
      format: formatNumber,
      detail:
        beneficiaries.total > 0
          ? `dont ${counted(beneficiaries.named, 'suivi', 'suivis')}, ${counted(beneficiaries.anonymous, 'anonyme', 'anonymes')}, ${counted(newOnes.total, 'nouveau', 'nouveaux')}`
          : undefined,
    },
    {
      name: 'Heures',
      now: minutes.total,
      before: totals.minutes.total,
      format: formatHours,
      detail: minutes.rest > 0 ? `dont ${formatHours(minutes.accompaniment)} en accompagnement` : undefined,
    },
    {
      name: 'Activités',
      now: figures.activities,
      before: totals.activities,
      format: formatNumber,
      detail:
        figures.eventParticipants > 0
          ? `${counted(figures.eventParticipants, 'participant', 'participants')} à des évènements`
          : undefined,
    },
  ]
}
