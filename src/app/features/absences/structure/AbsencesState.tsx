import { errorCatalogue } from '../../../../domain/errors.ts'
import { signInHref } from '../../../addresses.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { ReadPhase } from '../../../data/react/use-server-answer.ts'

/** Whether what is shown is the server's of now, and what to do where it isn't. */
export function AbsencesState({ phase, isEmpty }: { phase: ReadPhase; isEmpty: boolean }) {
  switch (phase) {
    case 'read':
      return null
    case 'asking':
      return isEmpty ? <Loading>Demande des absences au serveur…</Loading> : null
    case 'offline':
    case 'wait':
      return (
        <Notice title="Le serveur ne répond pas.">
          {isEmpty
            ? 'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'
            : 'Vous lisez la dernière liste gardée sur cet appareil.'}
        </Notice>
      )
    case 'unauthenticated':
      return (
        <Notice
          tone="warn"
          title={errorCatalogue.unauthenticated.title}
          actions={<ButtonLink href={signInHref(window.location.pathname)}>Se reconnecter</ButtonLink>}
        >
          Reconnectez-vous pour lire les absences.
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
