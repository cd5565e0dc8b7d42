import { errorCatalogue } from '../../../../domain/errors.ts'
import { signInHref } from '../../../addresses.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { formatInstant } from '../../../ui/format/instant.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { ReadPhase } from '../../../data/react/use-server-answer.ts'

export interface AnomaliesStateProps {
  phase: ReadPhase
  /** When what is shown was looked at; undefined where nothing is. */
  countedAt: string | undefined
  /** Whether the month is over: some rules wait for it. */
  isOver: boolean
  onAgain: () => void
}

/** Whether what is shown is of now, or how old it is, and why. */
export function AnomaliesState({ phase, countedAt, isOver, onAgain }: AnomaliesStateProps) {
  const since = countedAt && `Regardé ${formatInstant(Date.parse(countedAt))}.`
  switch (phase) {
    case 'read':
      return (
        <p>
          {since}
          {!isOver &&
            ' Ce mois n’est pas terminé\u00A0: la comparaison avec les autres mois et les missions du trimestre attendent sa fin.'}
        </p>
      )
    case 'asking':
      return <Loading since={since}>Le serveur regarde ce mois…</Loading>
    case 'offline':
    case 'wait':
      return (
        <Notice
          title="Le serveur ne répond pas."
          actions={
            <Button icon="sync" onClick={onAgain}>
              Réessayer
            </Button>
          }
        >
          {countedAt
            ? `Vous lisez la dernière liste gardée sur cet appareil. ${since}`
            : 'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'}
        </Notice>
      )
    case 'unauthenticated':
      return (
        <Notice
          tone="warn"
          title={errorCatalogue.unauthenticated.title}
          actions={<ButtonLink href={signInHref(window.location.pathname)}>Se reconnecter</ButtonLink>}
        >
          Reconnectez-vous pour lire cette liste. {since}
        </Notice>
      )
    case 'forbidden':
      return (
        <Notice tone="bad" title={errorCatalogue.forbidden.title}>
          {errorCatalogue.forbidden.next}
        </Notice>
      )
  }
}
