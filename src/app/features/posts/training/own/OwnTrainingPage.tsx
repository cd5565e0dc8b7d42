import { useMemo } from 'react'
import type { OwnTrainingOfStructure } from '../../../../../domain/access/training-on-the-wire.ts'
import { trainingRecord } from '../../../../../domain/commitments/training/training-record.ts'
import { trainingOn } from '../../../../../domain/commitments/training/training-standing.ts'
import { errorCatalogue } from '../../../../../domain/errors.ts'
import { addresses, signInHref } from '../../../../addresses.ts'
import { useServerAnswer } from '../../../../data/react/use-server-answer.ts'
import { useToday } from '../../../../data/react/use-today.ts'
import { fetchOwnTraining, keepOwnTraining, readKeptOwnTraining } from '../../../../data/training.ts'
import { KeptAnswerState } from '../../../../ui/KeptAnswerState.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { SessionList } from '../SessionList.tsx'
import { TrainingFacts } from '../TrainingFacts.tsx'

const byServer = {
  fetch: (question: string) => fetchOwnTraining(question),
  keep: keepOwnTraining,
  readKept: readKeptOwnTraining,
}

/** One's own training: where it stands, where to be and when, exams; the last view is kept. */
export function OwnTrainingPage() {
  const { answer, phase, reload } = useServerAnswer('mine', byServer)
  return (
    <Page
      title="Ma formation"
      lead="Votre calendrier, vos présences et vos examens, notés par l’organisme de formation."
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        <KeptAnswerState
          phase={phase}
          asking={!answer && 'Lecture en cours…'}
          isKept={answer !== undefined}
          kept="Vous lisez le dernier calendrier gardé sur cet appareil."
          absent={'Votre calendrier vient du serveur\u00A0: il s’affichera quand le réseau reviendra.'}
          signIn="Reconnectez-vous pour lire votre calendrier."
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {answer?.structures.length === 0 && (
          <EmptyState icon="building" title="Aucune structure ne vous emploie ici." />
        )}
        {answer?.structures.map((own) => (
          <OfStructure key={own.scope} own={own} />
        ))}
      </Stack>
    </Page>
  )
}

function OfStructure({ own }: { own: OwnTrainingOfStructure }) {
  const today = useToday()
  const record = useMemo(() => trainingRecord(own.facts), [own])
  const since = own.contracts.map(({ starts }) => starts).sort()[0] ?? today
  const standing = trainingOn(record, { since }, today)
  const reported = new Set(own.reported.map(({ day }) => day))
  const id = `formation-${own.scope}`
  return (
    <section aria-labelledby={id}>
      <Stack>
        <h2 id={id}>{own.structureName}</h2>
        <p>
          {own.bodyName
            ? `Organisme\u00A0: ${own.bodyName}.`
            : 'Votre structure n’a pas encore choisi d’organisme.'}
        </p>
        {standing.isKept && <TrainingFacts standing={standing} />}
        <SessionList {...{ record, today, reported }} name={own.structureName} />
        <p>Une erreur&nbsp;? Dites-le à votre organisme, qui la corrige.</p>
      </Stack>
    </section>
  )
}
