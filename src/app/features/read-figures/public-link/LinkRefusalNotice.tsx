import type { ReactNode } from 'react'
import { errorCatalogue } from '../../../../domain/errors.ts'
import { signInHref } from '../../../addresses.ts'
import type { LinkRefusal } from '../../../data/public-links.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { periodWords } from '../period-words.ts'

export interface LinkRefusalNoticeProps {
  refusal: LinkRefusal
  onAgain: () => void
}

/** Why nothing is published, what is safe, and what to do. */
export function LinkRefusalNotice({ refusal, onAgain }: LinkRefusalNoticeProps) {
  const again = <Button onClick={onAgain}>Réessayer</Button>
  switch (refusal.reason) {
    case 'offline':
      return (
        <Notice tone="warn" title="Publier demande du réseau." actions={again}>
          Rien n’est publié. Vos mots et vos choix sont gardés sur cet appareil.
        </Notice>
      )
    case 'wait':
      return (
        <Notice tone="warn" title="Le serveur ne répond pas pour l’instant." actions={again}>
          Rien n’est publié. Vos mots et vos choix sont gardés sur cet appareil.
        </Notice>
      )
    case 'unauthenticated':
      return (
        <Notice
          tone="warn"
          title={errorCatalogue.unauthenticated.title}
          actions={
            <ButtonLink href={signInHref(window.location.pathname + window.location.search)}>
              Se reconnecter
            </ButtonLink>
          }
        >
          Reconnectez-vous pour publier. Vos mots et vos choix sont gardés sur cet appareil.
        </Notice>
      )
    case 'forbidden':
      return (
        <Notice tone="bad" title="Vous ne pouvez pas publier ce bilan.">
          Un bilan se publie par la personne dont c’est l’activité, ou par une personne responsable de la
          structure.
        </Notice>
      )
    case 'figures-changed':
      return (
        <Notice tone="warn" title={errorCatalogue['figures-changed'].title} actions={again}>
          {errorCatalogue['figures-changed'].next}
        </Notice>
      )
    case 'already-published':
      return <AlreadyPublished>{refusal.period && periodWords(refusal.period)}</AlreadyPublished>
  }
}

function AlreadyPublished({ children: when }: { children: ReactNode }) {
  return (
    <Notice tone="warn" title={errorCatalogue['already-published'].title}>
      {when && <>Un bilan qui compte une partie de cette activité est publié {when}. </>}
      En soustrayant l’un de l’autre, on trouverait les chiffres de quelques personnes&nbsp;: une activité
      n’est comptée que dans un seul bilan publié. Choisissez d’autres mois, ou exactement ceux-là. Un lien
      que personne n’a ouvert rend ses mois quand on le ferme. Imprimer votre bilan reste possible.
    </Notice>
  )
}
