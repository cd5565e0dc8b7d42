import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref } from '../../addresses.ts'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'
import { KeptAnswerState } from '../../ui/KeptAnswerState.tsx'

/** Whether what is shown is the server's of now, and what to do where it isn't. */
export function RemindersState({ phase, isEmpty }: { phase: ReadPhase; isEmpty: boolean }) {
  return (
    <KeptAnswerState
      phase={phase}
      asking={isEmpty && 'Demande des relances au serveur…'}
      isKept={!isEmpty}
      kept="Vous lisez la dernière liste gardée sur cet appareil. Répondre demande du réseau."
      absent={'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'}
      signIn="Reconnectez-vous pour lire les relances."
      signInHref={signInHref(window.location.pathname)}
      refusals={errorCatalogue}
    />
  )
}
