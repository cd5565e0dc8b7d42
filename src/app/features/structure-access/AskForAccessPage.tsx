import { useState } from 'react'
import { Link } from 'wouter'
import type { OwnEmployer } from '../../../domain/access/structure-access.ts'
import { addresses, structureAddress } from '../../addresses.ts'
import { askForAccess, fetchOwnEmployer, type Answered } from '../../data/structure-access.ts'
import { refreshSession } from '../../data/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Refused } from './Refused.tsx'
import { useAnswer } from './use-answer.ts'

/** Asks to read the structure that employs one. */
export function AskForAccessPage() {
  const { answer: read } = useAnswer(fetchOwnEmployer)
  const [asked, setAsked] = useState<Answered<OwnEmployer>>()
  const standing = asked?.ok ? asked : read
  return (
    <Page title="Demander l’accès" back={{ href: addresses.home }}>
      <Stack>
        {asked && !asked.ok && <Refused problem={asked.problem} />}
        {!standing && <Loading>Recherche de votre structure…</Loading>}
        {standing && !standing.ok && <Refused problem={standing.problem} />}
        {standing?.ok && (
          <Standing employer={standing.value} onAsk={() => void askForAccess().then(setAsked)} />
        )}
      </Stack>
    </Page>
  )
}

function Standing({ employer, onAsk }: { employer: OwnEmployer; onAsk: () => void }) {
  const { structure, isMember, hasResponsable, request } = employer
  if (!structure) return <NoStructure />
  if (isMember) {
    return (
      <EmptyState
        icon="building"
        title={`Vous avez accès à «\u00A0${structure.name}\u00A0».`}
        action={
          <Link href={structureAddress(structure.id)} asChild>
            <ButtonLink variant="primary" onClick={() => void refreshSession()}>
              Ouvrir la structure
            </ButtonLink>
          </Link>
        }
      />
    )
  }
  const answers = hasResponsable ? 'la personne responsable de la structure' : 'la préfecture'
  if (request?.status === 'open') {
    return (
      <Notice tone="good" title="Votre demande est envoyée.">
        Elle date du {formatInstant(Date.parse(request.askedAt))}. Réponse de {answers}&nbsp;: vous recevrez
        un message.
      </Notice>
    )
  }
  return (
    <>
      {request?.status === 'refused' && (
        <Notice tone="warn" title="Votre dernière demande n’a pas été acceptée." announce="never">
          Parlez-en à {answers} avant de demander de nouveau.
        </Notice>
      )}
      <p>
        Votre employeur&nbsp;: <strong>{structure.name}</strong>. Votre demande ira à{' '}
        {hasResponsable
          ? 'la personne responsable de la structure'
          : 'la préfecture, car personne n’est encore responsable de la structure ici'}
        . Votre nom et votre adresse électronique lui seront montrés.
      </p>
      <div>
        <Button variant="primary" onClick={onAsk}>
          Demander l’accès
        </Button>
      </div>
    </>
  )
}

function NoStructure() {
  return (
    <EmptyState
      icon="building"
      title="Votre employeur n’est pas une structure d’accueil connue d’Espace Coop."
      action={
        <Link href={addresses.employers} asChild>
          <ButtonLink>Lire comment obtenir l’accès</ButtonLink>
        </Link>
      }
    >
      Si vous travaillez avec une telle structure, demandez à la personne qui en est responsable de vous
      inviter.
    </EmptyState>
  )
}
