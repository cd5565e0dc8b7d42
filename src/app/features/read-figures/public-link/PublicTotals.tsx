import type { PublicFigures } from '../../../../domain/access/public-figures.ts'
import { formatHours } from '../../../ui/format/duration.ts'
import { counted } from '../../../ui/format/number.ts'
import styles from '../bilan/bilan.module.css'
import { countOrHidden } from '../state/amount-words.ts'

/** The key figures, for anybody. */
export function PublicTotals({ totals }: Pick<PublicFigures, 'totals'>) {
  return (
    <dl className={styles.totals}>
      {linesOf(totals).map(({ name, amount, detail }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <p className={styles.amount}>{amount}</p>
            {detail && <p>{detail}</p>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function linesOf(totals: PublicFigures['totals']) {
  const { minutes, eventParticipants } = totals
  return [
    { name: 'Accompagnements', amount: countOrHidden(totals.accompaniments) },
    {
      name: 'Bénéficiaires',
      amount: countOrHidden(totals.beneficiaries.total),
      detail: peopleInWords(totals),
    },
    {
      name: 'Heures',
      amount: countOrHidden(minutes && minutes.total, formatHours),
      detail: minutes && minutes.rest > 0 && `dont ${formatHours(minutes.accompaniment)} en accompagnement`,
    },
    {
      name: 'Activités',
      amount: countOrHidden(totals.activities),
      detail:
        eventParticipants !== null &&
        eventParticipants > 0 &&
        `${counted(eventParticipants, 'participant', 'participants')} à des évènements`,
    },
  ]
}

function peopleInWords({ beneficiaries, newOnes }: PublicFigures['totals']): string | undefined {
  const { named, anonymous, total } = beneficiaries
  if (total === null || total === 0) return undefined
  const said = [
    named === null ? 'suivis masqués' : counted(named, 'suivi', 'suivis'),
    anonymous === null ? 'anonymes masqués' : counted(anonymous, 'anonyme', 'anonymes'),
    newOnes === null ? 'nouveaux masqués' : counted(newOnes, 'nouveau', 'nouveaux'),
  ]
  return `dont ${said.join(', ')}`
}
