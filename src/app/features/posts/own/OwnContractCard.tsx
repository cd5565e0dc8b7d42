import type { OwnContract } from '../../../../domain/access/own-contracts.ts'
import { addDays, type CalendarDay } from '../../../../domain/calendar-day.ts'
import { contractTermsLabels, postRoleLabels } from '../../../../domain/commitments/post-words.ts'
import { graceDaysAfterContract } from '../../../../domain/sync/limits.ts'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { formatDuration } from '../../../ui/format/duration.ts'
import { Stack } from '../../../ui/Stack.tsx'
import styles from '../posts.module.css'

export interface OwnContractCardProps {
  contract: OwnContract
  today: CalendarDay
}

/** One contract, and what it gives the right to. */
export function OwnContractCard({ contract, today }: OwnContractCardProps) {
  const { scope, starts, structureName, role, post, terms, weeklyMinutes } = contract
  const id = `contrat-${scope}-${starts}`
  return (
    <article className={styles.card} aria-labelledby={id}>
      <Stack gap="close">
        <h2 className={styles.title} id={id}>
          {structureName}
        </h2>
        <dl className={styles.facts}>
          <Fact label="Dates">{daysWords(contract)}</Fact>
          <Fact label="Poste">{post ?? 'Pas encore rattaché'}</Fact>
          <Fact label="Fonction">{postRoleLabels[role]}</Fact>
          <Fact label="Contrat">{contractTermsLabels[terms]}</Fact>
          <Fact label="Temps de travail">
            {weeklyMinutes === null ? 'Non renseigné' : `${formatDuration(weeklyMinutes)} par semaine`}
          </Fact>
        </dl>
        <p>{rightWords(contract, today)}</p>
      </Stack>
    </article>
  )
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function daysWords({ starts, ends }: OwnContract): string {
  return ends === null
    ? `Depuis le ${formatDayInFigures(starts)}, sans terme`
    : `Du ${formatDayInFigures(starts)} au ${formatDayInFigures(ends)}`
}

/** The right to file is of the days of the contract; what waits on a device goes out within 90 days (sync.md 3.1). */
function rightWords({ starts, ends }: OwnContract, today: CalendarDay): string {
  if (starts > today)
    return `Vous pourrez déposer des comptes rendus à partir du ${formatDayInFigures(starts)}.`
  if (ends === null) return 'Vous déposez des comptes rendus pour ces jours.'
  const lastSent = addDays(ends, graceDaysAfterContract)
  if (lastSent < today) return 'Ces jours sont clos\u00A0: vos comptes rendus restent lisibles.'
  const until = formatDayInFigures(lastSent)
  return ends < today
    ? `Ce qui attend encore sur vos appareils peut être envoyé jusqu’au ${until}.`
    : `Vous déposez des comptes rendus pour ces jours, et pouvez envoyer ceux qui attendent jusqu’au ${until}.`
}
