import type { OwnContract } from '../../../../domain/access/own-contracts.ts'
import { calendarOfEnds } from '../../../../domain/commitments/calendar-of-ends.ts'
import { ownContractEnds, type OwnEnd } from '../../../../domain/commitments/own-contract-ends.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { errorCatalogue } from '../../../../domain/errors.ts'
import { addresses, signInHref } from '../../../addresses.ts'
import { useOwnContracts } from '../../../data/react/use-own-contracts.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/download-file.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { KeptAnswerState } from '../../../ui/KeptAnswerState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { ComingEnds } from './ComingEnds.tsx'
import { OwnContractCard } from './OwnContractCard.tsx'

/** One's own contracts: which post, where, from when to when, how many hours, and the days that one may report on. */
export function OwnContractsPage() {
  const { answer, phase, reload } = useOwnContracts()
  const today = useToday()
  return (
    <Page title="Mes contrats" back={{ href: addresses.more }}>
      <Stack gap="section">
        <KeptAnswerState
          phase={phase}
          asking={!answer && 'Lecture de vos contrats…'}
          isKept={answer !== undefined}
          readAt={answer?.readAt}
          kept="Vous lisez ce qui est gardé sur cet appareil."
          absent={'Vos contrats viennent du serveur\u00A0: ils s’afficheront quand le réseau reviendra.'}
          signIn="Reconnectez-vous pour lire vos contrats."
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {answer && <Shown contracts={answer.said.contracts} today={today} />}
      </Stack>
    </Page>
  )
}

function Shown({ contracts, today }: { contracts: readonly OwnContract[]; today: CalendarDay }) {
  if (contracts.length === 0) {
    return (
      <EmptyState icon="calendar" title="Aucun contrat n’est encore enregistré.">
        Votre structure d’accueil l’enregistre&nbsp;: voyez avec la personne qui vous emploie.
      </EmptyState>
    )
  }
  const ends = ownContractEnds(contracts, today)
  return (
    <>
      <ComingEnds {...{ ends, today }} />
      {contracts.map((contract) => (
        <OwnContractCard key={`${contract.scope} ${contract.starts}`} {...{ contract, today }} />
      ))}
      <DownloadOwnEnds {...{ ends, today }} />
      <p>
        C’est votre structure qui enregistre ces contrats. Si quelque chose n’est pas juste, dites-le-lui.
      </p>
    </>
  )
}

function DownloadOwnEnds({ ends, today }: { ends: readonly OwnEnd[]; today: CalendarDay }) {
  if (ends.length === 0) return null
  const download = () => {
    const told = ends.map(({ contract: { scope, structureName }, ends: day }) => ({
      uid: `contract-${scope}`,
      day,
      title: `Fin de mon contrat, ${structureName}`,
    }))
    const file = new Blob([calendarOfEnds(told, new Date())], { type: 'text/calendar;charset=utf-8' })
    downloadFile(`fin-de-contrat-${today}.ics`, file)
  }
  return (
    <section aria-labelledby="agenda" data-print="hide">
      <h2 id="agenda">Dans votre agenda</h2>
      <p>La fin de votre contrat, avec un rappel six, trois et un mois avant.</p>
      <Button icon="calendar" onClick={download}>
        Télécharger la fin de contrat (iCalendar)
      </Button>
    </section>
  )
}
