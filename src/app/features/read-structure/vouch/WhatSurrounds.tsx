import { useState } from 'react'
import { Link } from 'wouter'
import { countInWords, wholeDayInWords } from '../../../../domain/french-words.ts'
import type { VouchedMonth } from '../../../../domain/seal/seal-content.ts'
import { silenceInWords, waitingInWords } from '../../../../domain/seal/words.ts'
import { absenceKindLabels } from '../../../../domain/absence/absence.ts'
import { structureAbsencesAddress } from '../../../later-addresses.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { checkMonthAddress } from '../check-month/check-month-address.ts'
import styles from './vouch.module.css'

/** What one looks at beside the figures: days without a report, points to look at, and what may still come. */
export function WhatSurrounds({ read }: { read: VouchedMonth }) {
  return (
    <>
      <Silences read={read} />
      <Points read={read} />
      <Waiting read={read} />
    </>
  )
}

function Silences({ read: { lines, structure } }: { read: VouchedMonth }) {
  const [isOpen, setOpen] = useState(false)
  if (lines.length === 0) return null
  const withSilence = lines.filter(({ days }) => days.silent.length > 0)
  return (
    <section aria-labelledby="jours-sans-compte-rendu">
      <Stack>
        <h2 id="jours-sans-compte-rendu">Jours sans compte rendu</h2>
        <ul className={styles.said}>
          {lines.map(({ advisor, name, days }) => (
            <li key={advisor}>
              <strong>{name}</strong>. {silenceInWords(days)}
            </li>
          ))}
        </ul>
        {withSilence.length > 0 && (
          <Disclosure summary="Voir quels jours" open={isOpen} onToggle={setOpen}>
            <ul className={styles.said}>
              {withSilence.map(({ advisor, name, days }) => (
                <li key={advisor}>
                  <strong>{name}</strong>&nbsp;:{' '}
                  {days.silent
                    .map(
                      ({ day, why }) => `${wholeDayInWords(day)}${why === null ? '' : ` (${reasonOf(why)})`}`,
                    )
                    .join(', ')}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        <div data-print="hide">
          <Link href={structureAbsencesAddress(structure.id)} asChild>
            <ButtonLink icon="calendar">Voir les absences</ButtonLink>
          </Link>
        </div>
      </Stack>
    </section>
  )
}

function reasonOf(why: string): string {
  const known = Object.entries(absenceKindLabels).find(([kind]) => kind === why)
  return (known?.[1] ?? 'Absence').toLowerCase()
}

function Points({ read: { anomalies, lines, structure, month } }: { read: VouchedMonth }) {
  const left = anomalies.filter(({ settled }) => settled === null).length
  const settled = anomalies.length - left
  return (
    <section aria-labelledby="points-a-regarder">
      <Stack>
        <h2 id="points-a-regarder">Points qui demandent un regard</h2>
        <p>
          {anomalies.length === 0
            ? 'Rien ne demande un regard ce mois-ci.'
            : `${countInWords(left, 'point à regarder', 'points à regarder')}, ${countInWords(settled, 'point réglé', 'points réglés')}.`}
        </p>
        {left > 0 && (
          <ul className={styles.said}>
            {lines
              .filter((line) => line.anomalies.left > 0)
              .map((line) => (
                <li key={line.advisor}>
                  <strong>{line.name}</strong>. {countInWords(line.anomalies.left, 'point', 'points')}.
                </li>
              ))}
          </ul>
        )}
        {anomalies.length > 0 && (
          <div data-print="hide">
            <Link href={checkMonthAddress(structure.id, month)} asChild>
              <ButtonLink icon="search">{left > 0 ? 'Les regarder' : 'Les relire'}</ButtonLink>
            </Link>
          </div>
        )}
      </Stack>
    </section>
  )
}

function Waiting({ read: { waiting, lines } }: { read: VouchedMonth }) {
  const nameOf = (advisor: string) => lines.find((line) => line.advisor === advisor)?.name ?? ''
  return (
    <section aria-labelledby="encore-en-chemin">
      <Stack>
        <h2 id="encore-en-chemin">Ce qui peut encore arriver</h2>
        {waiting.length === 0 ? (
          <p>Rien n’attend sur les appareils connus.</p>
        ) : (
          <ul className={styles.said}>
            {waiting.map((one) => (
              <li key={one.advisor}>{waitingInWords(nameOf(one.advisor), one)}</li>
            ))}
          </ul>
        )}
        <p className={styles.soft}>
          Un compte rendu qui arrive plus tard n’est jamais refusé&nbsp;: le mois est alors à revoir, et
          s’atteste de nouveau.
        </p>
      </Stack>
    </section>
  )
}
