import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref } from '../../addresses.ts'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'
import { AnswerState } from '../../ui/AnswerState.tsx'
import { formatInstant } from '../../ui/format/instant.ts'

export interface ReadingsStateProps {
  phase: ReadPhase
  /** When what is shown was read, where something is. */
  readAt: number | undefined
  onAgain: () => void
}

/** Whether what is shown is of now, or how old it is, and why. */
export function ReadingsState({ phase, readAt, onAgain }: ReadingsStateProps) {
  const since = readAt === undefined ? undefined : `Dernière lecture\u00A0: ${formatInstant(readAt)}.`
  return (
    <AnswerState
      phase={phase}
      asking={since ? undefined : 'Demande des lectures au serveur…'}
      since={since}
      silent={
        since
          ? `Vous lisez ce qui est gardé sur cet appareil. ${since}`
          : 'Ces lectures viennent du serveur\u00A0: elles s’afficheront quand le réseau reviendra.'
      }
      signIn="Reconnectez-vous pour voir les lectures."
      signInHref={signInHref(window.location.pathname)}
      refusals={errorCatalogue}
      onAgain={onAgain}
    />
  )
}
