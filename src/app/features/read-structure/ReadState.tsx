import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref } from '../../addresses.ts'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'
import { AnswerState } from '../../ui/AnswerState.tsx'
import { formatInstant } from '../../ui/format/instant.ts'

export interface ReadStateProps {
  phase: ReadPhase
  /** When what is shown was read, where something is. */
  readAt: number | null
  isEmpty: boolean
}

/** Whether the list is the server's of now, or how old it is, and why. */
export function ReadState({ phase, readAt, isEmpty }: ReadStateProps) {
  const since = readAt === null ? undefined : `Dernière lecture\u00A0: ${formatInstant(readAt)}.`
  return (
    <AnswerState
      phase={phase}
      asking={(isEmpty || since) && 'Demande des activités au serveur…'}
      since={since}
      silent={
        isEmpty
          ? 'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'
          : `Vous lisez la dernière liste gardée sur cet appareil. ${since ?? ''}`
      }
      signIn="Reconnectez-vous pour lire les activités."
      signInHref={signInHref(window.location.pathname)}
      refusals={errorCatalogue}
    />
  )
}
