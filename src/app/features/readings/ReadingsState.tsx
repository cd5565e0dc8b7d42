import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref } from '../../addresses.ts'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'
import { KeptAnswerState } from '../../ui/KeptAnswerState.tsx'

export interface ReadingsStateProps {
  phase: ReadPhase
  /** When what is shown was read, where something is. */
  readAt: number | undefined
  onAgain: () => void
}

/** Whether what is shown is of now, or how old it is, and why. */
export function ReadingsState({ phase, readAt, onAgain }: ReadingsStateProps) {
  const isKept = readAt !== undefined
  return (
    <KeptAnswerState
      phase={phase}
      asking={!isKept && 'Demande des lectures au serveur…'}
      {...{ isKept, readAt }}
      kept="Vous lisez ce qui est gardé sur cet appareil."
      absent={'Ces lectures viennent du serveur\u00A0: elles s’afficheront quand le réseau reviendra.'}
      signIn="Reconnectez-vous pour voir les lectures."
      signInHref={signInHref(window.location.pathname)}
      refusals={errorCatalogue}
      onAgain={onAgain}
    />
  )
}
