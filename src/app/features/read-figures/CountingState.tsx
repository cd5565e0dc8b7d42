import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref } from '../../addresses.ts'
import type { ServerAnswer } from '../../data/react/use-server-answer.ts'
import { AnswerState } from '../../ui/AnswerState.tsx'
import { formatInstant } from '../../ui/format/instant.ts'

export interface CountingStateProps {
  view: Pick<ServerAnswer<{ countedAt: string }>, 'answer' | 'phase'>
}

/** Whether the figures are the server's of now, or how old they are, and why. */
export function CountingState({ view: { answer: figures, phase } }: CountingStateProps) {
  const since = figures && `Calculés ${formatInstant(Date.parse(figures.countedAt))}.`
  return (
    <AnswerState
      phase={phase}
      asking="Le serveur calcule…"
      since={since}
      read={<p>{since}</p>}
      silent={
        figures
          ? `Vous lisez les derniers chiffres gardés sur cet appareil. ${since}`
          : 'Ces chiffres viennent du serveur\u00A0: ils s’afficheront quand le réseau reviendra.'
      }
      signIn="Reconnectez-vous pour lire les chiffres."
      signInHref={signInHref(window.location.pathname)}
      refusals={errorCatalogue}
    />
  )
}
