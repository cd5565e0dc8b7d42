import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref } from '../../addresses.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { ReadPhase } from '../../data/react/use-server-answer.ts'

export interface ReadStateProps {
  phase: ReadPhase
  /** When what is shown was read, where something is. */
  readAt: number | null
  isEmpty: boolean
}

/** Whether the list is the server's of now, or how old it is, and why. */
export function ReadState({ phase, readAt, isEmpty }: ReadStateProps) {
  const since = readAt === null ? undefined : `Dernière lecture\u00A0: ${formatInstant(readAt)}.`
  switch (phase) {
    case 'read':
      return null
    case 'asking':
      return isEmpty || since ? <Loading since={since}>Demande des activités au serveur…</Loading> : null
    case 'offline':
    case 'wait':
      return (
        <Notice title="Le serveur ne répond pas.">
          {isEmpty
            ? 'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'
            : `Vous lisez la dernière liste gardée sur cet appareil. ${since ?? ''}`}
        </Notice>
      )
    case 'unauthenticated':
      return (
        <Notice
          tone="warn"
          title={errorCatalogue.unauthenticated.title}
          actions={<ButtonLink href={signInHref(window.location.pathname)}>Se reconnecter</ButtonLink>}
        >
          Reconnectez-vous pour lire les activités. {since}
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
