import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref } from '../../addresses.ts'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'
import { KeptAnswerState } from '../../ui/KeptAnswerState.tsx'

export interface ReadStateProps {
  phase: ReadPhase
  /** When what is shown was read, where something is. */
  readAt: number | null
  isEmpty: boolean
}

/** Whether the list is the server's of now, or how old it is, and why. */
export function ReadState({ phase, readAt, isEmpty }: ReadStateProps) {
  return (
    <KeptAnswerState
      phase={phase}
      asking={(isEmpty || readAt !== null) && 'Demande des activités au serveur…'}
      isKept={!isEmpty}
      readAt={readAt ?? undefined}
      kept="Vous lisez la dernière liste gardée sur cet appareil."
      absent={'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'}
      signIn="Reconnectez-vous pour lire les activités."
      signInHref={signInHref(window.location.pathname)}
      refusals={errorCatalogue}
    />
  )
}
