import type { GivenSeal, MonthToVouch } from '../../../../domain/access/structure-months.ts'
import { sealCodeInWords } from '../../../../domain/seal/seal-code.ts'
import { dayOfInstantInWords } from '../../../../domain/french-words.ts'
import { figureInWords } from '../../../../domain/seal/words.ts'
import { attestationHref } from '../../../data/structure-months.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './vouch.module.css'

/** The words that were given on a month, the latest first: none is ever taken away. */
export function GivenSeals({ month: { seals, read } }: { month: MonthToVouch }) {
  if (seals.length === 0) return null
  const nameOf = (advisor: string | null) => read.lines.find((line) => line.advisor === advisor)?.name
  return (
    <section aria-labelledby="attestations">
      <Stack>
        <h2 id="attestations">{seals.length === 1 ? 'Attestation' : 'Attestations'}</h2>
        {seals.map((seal, index) => (
          <article key={seal.id}>
            <Stack gap="close">
              <p>
                {index > 0 && 'Remplacée. '}
                Mois attesté par {seal.byName} le {dayOfInstantInWords(seal.sealedAt)}&nbsp;:{' '}
                {figureInWords('activities', seal.totals.activities)} activités,{' '}
                {figureInWords('minutes', seal.totals.minutes)}.
              </p>
              <Reservations seal={seal} nameOf={nameOf} />
              <p>
                Code <span className={styles.code}>{sealCodeInWords(seal.code)}</span>
              </p>
              <Row>
                <ButtonLink icon="download" href={attestationHref(read.structure.id, seal.id)} download>
                  Télécharger l’attestation (PDF)
                  <VisuallyHidden> du {dayOfInstantInWords(seal.sealedAt)}</VisuallyHidden>
                </ButtonLink>
                <ButtonLink variant="quiet" icon="external" href={`/verifier/${seal.code}`}>
                  Vérifier
                  <VisuallyHidden> l’attestation {sealCodeInWords(seal.code)}</VisuallyHidden>
                </ButtonLink>
              </Row>
            </Stack>
          </article>
        ))}
      </Stack>
    </section>
  )
}

function Reservations({
  seal: { reservations },
  nameOf,
}: {
  seal: GivenSeal
  nameOf: (advisor: string | null) => string | undefined
}) {
  if (reservations.length === 0) return <p>Sans réserve.</p>
  return (
    <ul className={styles.said} aria-label="Réserves">
      {reservations.map(({ advisor, text }) => (
        <li key={`${advisor} ${text}`}>
          {nameOf(advisor) && <strong>{nameOf(advisor)}&nbsp;: </strong>}
          {text}
        </li>
      ))}
    </ul>
  )
}
