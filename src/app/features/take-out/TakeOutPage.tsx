import { useState } from 'react'
import { Link } from 'wouter'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { addresses } from '../../addresses.ts'
import { rememberError } from '../../data/last-errors.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useSyncStatus } from '../../data/react/use-sync-status.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { downloadFile } from '../../ui/download-file.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Status } from '../../ui/Status.tsx'
import { makeFile, type FileKind } from './make-file.ts'

/** Everything that is one's own, as files made on the device: with the network, what others keep of one as of now. */
export function TakeOutPage({ person }: { person: SignedInPerson }) {
  const isIncomplete = useSyncStatus()?.historyIncomplete === true
  const { take, state, kind } = useTakeOut(person)
  return (
    <Page
      title="Prendre mes données"
      back={{ href: addresses.more }}
      lead="Vos données sont à vous. Les fichiers se font sur cet appareil, sans réseau."
    >
      <Stack gap="section">
        {isIncomplete && (
          <Notice tone="warn" announce="never" title="Cet appareil n’a pas encore tout reçu.">
            Les fichiers contiendront ce qu’il a aujourd’hui. Attendez la fin de la synchronisation pour tout
            prendre.
          </Notice>
        )}
        <section aria-labelledby="comptes-rendus">
          <Stack>
            <h2 id="comptes-rendus">Mes comptes rendus, pour un tableur</h2>
            <p>
              Une ligne par activité&nbsp;: une durée n’est comptée qu’une fois. Une deuxième feuille a une
              ligne par participant, sans aucun nom. Vos notes privées sont dans le fichier&nbsp;: relisez-le
              avant de le donner.
            </p>
            <Row>
              <Button icon="download" onClick={() => take('xlsx')}>
                Classeur (XLSX)
              </Button>
              <Button icon="download" onClick={() => take('csv')}>
                Activités (CSV)
              </Button>
              <Button icon="download" onClick={() => take('participants')}>
                Participants (CSV)
              </Button>
            </Row>
            {kind !== 'json' && <TakeOutStatus state={state} />}
          </Stack>
        </section>
        <section aria-labelledby="tout">
          <Stack>
            <h2 id="tout">Tout, pour le garder</h2>
            <p>
              Comptes rendus, personnes suivies, lieux, accompagnements prévus et modèles, tels qu’ils sont
              enregistrés. Et ce que d’autres notent de vous&nbsp;: contrats, tenue et matériel, formation,
              présences aux évènements, d’après le serveur ou la dernière lecture sans réseau. Ce fichier
              contient les noms des personnes suivies&nbsp;: gardez-le en lieu sûr.
            </p>
            <Row>
              <Button icon="download" onClick={() => take('json')}>
                Tout (JSON)
              </Button>
            </Row>
            {kind === 'json' && <TakeOutStatus state={state} />}
          </Stack>
        </section>
        <section aria-labelledby="reprendre">
          <Stack>
            <h2 id="reprendre">Reprendre un fichier</h2>
            <p>Ces fichiers, et ceux d’un autre outil, se reprennent sans rien doubler.</p>
            <Row>
              <Link href={addresses.bringIn} asChild>
                <ButtonLink>Reprendre un fichier</ButtonLink>
              </Link>
            </Row>
          </Stack>
        </section>
      </Stack>
    </Page>
  )
}

function TakeOutStatus({ state }: { state: State }) {
  const isWarning = state === 'failed' || state === 'made-without-told'
  return <Status tone={isWarning ? 'warn' : 'soft'}>{sentences[state]}</Status>
}

type State = 'idle' | 'making' | 'made' | 'made-without-told' | 'failed'

const sentences: Readonly<Record<State, string>> = {
  idle: '',
  making: 'Le fichier se prépare…',
  made: 'Le fichier est dans vos téléchargements.',
  'made-without-told':
    'Le fichier est dans vos téléchargements. Il y manque de ce que d’autres ont noté de vous\u00A0: pour l’y mettre, refaites-le avec du réseau.',
  failed: 'Le fichier n’a pas pu être fait. Rien n’a changé sur cet appareil\u00A0: réessayez.',
}

function useTakeOut(person: SignedInPerson) {
  const db = useDatabase()
  const today = useToday()
  const [state, setState] = useState<State>('idle')
  const [kind, setKind] = useState<FileKind>()
  const make = async (chosen: FileKind) => {
    setKind(chosen)
    setState('making')
    try {
      const { name, file, lacksTold } = await makeFile(db, person, chosen, today)
      downloadFile(name, file)
      setState(lacksTold ? 'made-without-told' : 'made')
    } catch (error) {
      rememberError(error)
      setState('failed')
    }
  }
  return { state, kind, take: (chosen: FileKind) => void make(chosen) }
}
