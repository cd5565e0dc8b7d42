import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref } from '../../addresses.ts'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'
import { AnswerState } from '../../ui/AnswerState.tsx'

export interface PostsStateProps {
  phase: ReadPhase
  isEmpty: boolean
  onAgain: () => void
}

/** Whether what is shown is the server's of now, and what to do where it isn't. */
export function PostsState({ phase, isEmpty, onAgain }: PostsStateProps) {
  return (
    <AnswerState
      phase={phase}
      asking={isEmpty && 'Lecture en cours…'}
      silent="Cette page vient du serveur, et rien n’en est gardé sur cet appareil. Elle s’affichera avec du réseau."
      signIn="Reconnectez-vous pour la lire."
      signInHref={signInHref(window.location.pathname)}
      refusals={errorCatalogue}
      onAgain={onAgain}
    />
  )
}
