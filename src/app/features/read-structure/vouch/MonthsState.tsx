import { errorCatalogue } from '../../../../domain/errors.ts'
import { signInHref } from '../../../addresses.ts'
import type { ReadPhase } from '../../../data/react/use-server-answer.ts'
import { AnswerState } from '../../../ui/AnswerState.tsx'
import { formatInstant } from '../../../ui/format/instant.ts'

export interface MonthsStateProps {
  phase: ReadPhase
  /** When what is shown was read; undefined where nothing is. */
  countedAt: string | undefined
  onAgain: () => void
}

/** Whether what is shown is of now, or how old it is, and why. */
export function MonthsState({ phase, countedAt, onAgain }: MonthsStateProps) {
  const since = countedAt && `Lu ${formatInstant(Date.parse(countedAt))}.`
  return (
    <AnswerState
      phase={phase}
      asking="Demande au serveur…"
      since={since}
      read={<p>{since}</p>}
      silent={
        countedAt
          ? `Vous lisez la dernière vue gardée sur cet appareil. ${since} Attester demande du réseau.`
          : 'Cette page vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'
      }
      signIn="Reconnectez-vous pour lire cette page."
      signInHref={signInHref(window.location.pathname)}
      refusals={errorCatalogue}
      onAgain={onAgain}
    />
  )
}
