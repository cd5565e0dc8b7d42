import { errorCatalogue } from '../../../../domain/errors.ts'
import { signInHref } from '../../../addresses.ts'
import type { ReadPhase } from '../../../data/react/use-server-answer.ts'
import { AnswerState } from '../../../ui/AnswerState.tsx'
import { formatInstant } from '../../../ui/format/instant.ts'

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
  return (
    <AnswerState
      phase={phase}
      asking="Le serveur regarde ce mois…"
      since={since}
      read={
        <p>
          {since}
          {!isOver &&
            ' Ce mois n’est pas terminé\u00A0: la comparaison avec les autres mois et les missions du trimestre attendent sa fin.'}
        </p>
      }
      silent={
        countedAt
          ? `Vous lisez la dernière liste gardée sur cet appareil. ${since}`
          : 'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'
      }
      signIn="Reconnectez-vous pour lire cette liste."
      signInHref={signInHref(window.location.pathname)}
      refusals={errorCatalogue}
      onAgain={onAgain}
    />
  )
}
