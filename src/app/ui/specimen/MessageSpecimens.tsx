import { useState } from 'react'
import { calendarDaySchema } from '../../../domain/calendar-day.ts'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { formatDay } from '../format/date.ts'
import { formatDuration } from '../format/duration.ts'
import { Loading } from '../Loading.tsx'
import { Notice } from '../Notice.tsx'
import { Row } from '../Row.tsx'
import { UndoBar, type UndoMessage } from '../UndoBar.tsx'
import { SpecimenSection } from './SpecimenSection.tsx'

const day = calendarDaySchema.parse('2026-11-23')
const nothing = () => undefined

export function MessageSpecimens() {
  const [isAsking, setAsking] = useState(false)
  const [message, setMessage] = useState<UndoMessage | null>(null)
  const say = () =>
    setMessage({
      id: 'saved',
      text: 'Compte rendu enregistré.',
      actions: [
        { label: 'Annuler', onAct: nothing },
        { label: 'Personne suivante', onAct: nothing },
      ],
    })
  return (
    <SpecimenSection id="messages" narrow title="Messages">
      <Notices />
      <Loading since={`Dernière mise à jour\u00A0: hier à 18\u00A0h\u00A005.`}>
        Demande des activités au serveur…
      </Loading>
      <EmptyState
        icon="list"
        title="Aucun compte rendu en novembre"
        action={<Button icon="plus">Compte rendu</Button>}
      >
        Ce que vous enregistrez apparaît ici, même sans réseau.
      </EmptyState>
      <Row>
        <Button onClick={() => setAsking(true)}>Ouvrir la question</Button>
        <Button onClick={say}>Montrer la barre</Button>
      </Row>
      <Dialog
        open={isAsking}
        title={`Supprimer ce compte rendu\u00A0?`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="destructive" onClick={() => setAsking(false)}>
              Supprimer ce compte rendu
            </Button>
            <Button onClick={() => setAsking(false)}>Garder</Button>
          </>
        }
      >
        <p>
          L’accompagnement de {formatDuration(30)} du {formatDay(day)} à la Médiathèque ne sera plus compté.
        </p>
      </Dialog>
      <UndoBar message={message} onDismiss={() => setMessage(null)} />
    </SpecimenSection>
  )
}

function Notices() {
  return (
    <>
      <Notice
        title="Une nouvelle version est prête."
        announce="never"
        actions={<Button>Mettre à jour</Button>}
      >
        Elle prendra place à la prochaine ouverture.
      </Notice>
      <Notice tone="good" title="3 comptes rendus ont été envoyés." announce="never" onDismiss={nothing} />
      <Notice
        tone="warn"
        title="Reconnectez-vous pour envoyer."
        announce="never"
        actions={<Button>Se reconnecter</Button>}
      >
        2 comptes rendus sont enregistrés sur cet appareil. Vous pouvez continuer à en ajouter.
      </Notice>
      <Notice tone="bad" title="Ce compte rendu n’a pas été accepté." announce="never" onDismiss={nothing}>
        La date est avant le début de votre contrat. Corrigez-la, puis enregistrez de nouveau.
      </Notice>
    </>
  )
}
