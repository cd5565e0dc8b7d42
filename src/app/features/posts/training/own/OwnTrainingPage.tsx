import { useMemo } from 'react'
import type { OwnTrainingOfStructure } from '../../../../../domain/access/training-on-the-wire.ts'
import { trainingRecord } from '../../../../../domain/commitments/training/training-record.ts'
import { trainingOn } from '../../../../../domain/commitments/training/training-standing.ts'
import { useToday } from '../../../../data/react/use-today.ts'
import { fetchOwnTraining, keepOwnTraining, readKeptOwnTraining } from '../../../../data/training.ts'
import { Stack } from '../../../../ui/Stack.tsx'
import { OwnThingsPage } from '../../own/OwnThingsPage.tsx'
import { SessionList } from '../SessionList.tsx'
import { TrainingFacts } from '../TrainingFacts.tsx'

const byServer = { fetch: fetchOwnTraining, keep: keepOwnTraining, readKept: readKeptOwnTraining }

const stateWords = {
  kept: 'Vous lisez le dernier calendrier gardé sur cet appareil.',
  absent: 'Votre calendrier vient du serveur\u00A0: il s’affichera quand le réseau reviendra.',
  signIn: 'Reconnectez-vous pour lire votre calendrier.',
}

/** One's own training: where it stands, where to be and when, exams; the last view is kept. */
export function OwnTrainingPage() {
  return (
    <OwnThingsPage
      title="Ma formation"
      lead="Votre calendrier, vos présences et vos examens, notés par l’organisme de formation."
      by={byServer}
      words={stateWords}
    >
      {(own) => <OfStructure own={own} />}
    </OwnThingsPage>
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
