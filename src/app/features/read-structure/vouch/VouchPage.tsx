import { useEffect, useMemo, useRef, useState } from 'react'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { MonthToVouch } from '../../../../domain/access/structure-months.ts'
import type { CalendarMonth } from '../../../../domain/calendar-month.ts'
import { monthInWords, ofMonthInWords, wholeDayInWords } from '../../../../domain/french-words.ts'
import {
  attestationHref,
  fetchMonthToVouch,
  keepMonthToVouch,
  readKeptMonthToVouch,
} from '../../../data/structure-months.ts'
import { useServerAnswer } from '../../../data/react/use-server-answer.ts'
import { structureMonthsAddress } from '../../../later-addresses.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { AdvisorLines } from './AdvisorLines.tsx'
import { ChangesSince } from './ChangesSince.tsx'
import { GivenSeals } from './GivenSeals.tsx'
import { MonthsState } from './MonthsState.tsx'
import { MonthTotals } from './MonthTotals.tsx'
import { StandingMark } from './StandingMark.tsx'
import { VouchForm } from './VouchForm.tsx'
import { WhatSurrounds } from './WhatSurrounds.tsx'
import styles from './vouch.module.css'

export interface VouchPageProps {
  membership: Membership
  month: CalendarMonth
  /** Of the person who reads, to whom the word would be. */
  name: string
}

const byServer = { fetch: fetchMonthToVouch, keep: keepMonthToVouch, readKept: readKeptMonthToVouch }

/** A month, read from top to bottom like a letter: figures, what is to settle, what is on its way, and one's word. */
export function VouchPage({ membership, month, name }: VouchPageProps) {
  const { structureId, structureName, role } = membership
  const asked = useMemo(() => ({ structure: structureId, month }), [structureId, month])
  const { answer, phase, put, reload } = useServerAnswer(asked, byServer)
  // What is shown of another month would be taken for this one's.
  const read = answer?.read.month === month ? answer : undefined
  const [justVouched, setJustVouched] = useState(false)
  const news = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The form goes once the word is given: the focus isn't lost with it.
    if (justVouched) news.current?.focus()
  }, [justVouched])
  const onVouched = (vouched: MonthToVouch) => {
    put(vouched)
    setJustVouched(true)
  }
  const waitsForWord = read?.standing === 'to-vouch' || read?.standing === 'to-review'
  return (
    <Page
      title={`Le mois ${ofMonthInWords(month)}`}
      documentTitle={`${monthInWords(month)}, ${structureName}`}
      lead={structureName}
      back={{ href: structureMonthsAddress(structureId), label: 'Retour aux mois' }}
      wide
    >
      <Stack gap="section">
        {read && (
          <div>
            <StandingMark standing={read.standing} />
          </div>
        )}
        <MonthsState phase={phase} countedAt={read?.countedAt} onAgain={reload} />
        <div ref={news} tabIndex={-1} className={styles.news}>
          {justVouched && read?.standing === 'vouched' && <JustVouched month={read} />}
        </div>
        {read?.standing === 'not-yet' && (
          <Notice title="Ce mois ne peut pas encore être attesté." announce="never">
            Il pourra l’être à partir du {wholeDayInWords(read.vouchableFrom)}. Les chiffres ci-dessous
            peuvent encore bouger.
          </Notice>
        )}
        {read?.standing === 'to-review' && <ChangesSince month={read} />}
        {read && (
          <>
            <MonthTotals totals={read.read.totals} />
            <AdvisorLines lines={read.read.lines} />
            <WhatSurrounds read={read.read} />
            {waitsForWord && role === 'responsable' && (
              <VouchForm month={read} name={name} onVouched={onVouched} onMoved={reload} />
            )}
            {waitsForWord && role === 'lecteur' && (
              <p className={styles.soft}>
                Seule une personne responsable de la structure peut attester ce mois.
              </p>
            )}
            <GivenSeals month={read} />
          </>
        )}
      </Stack>
    </Page>
  )
}

function JustVouched({ month: { seals, read } }: { month: MonthToVouch }) {
  const [seal] = seals
  return (
    <Notice
      tone="good"
      title={`Le mois ${ofMonthInWords(read.month)} est attesté.`}
      actions={
        seal && (
          <ButtonLink icon="download" href={attestationHref(read.structure.id, seal.id)} download>
            Télécharger l’attestation (PDF)
          </ButtonLink>
        )
      }
    >
      Votre nom et la date sont gardés. Si un compte rendu change, ce mois sera à revoir.
    </Notice>
  )
}
