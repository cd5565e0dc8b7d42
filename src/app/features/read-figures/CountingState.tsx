import { errorCatalogue } from '../../../domain/errors.ts'
import { signInHref } from '../../addresses.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { ServerAnswer } from '../../data/react/use-server-answer.ts'

export interface CountingStateProps {
  view: Pick<ServerAnswer<{ countedAt: string }>, 'answer' | 'phase'>
}

/** Whether the figures are the server's of now, or how old they are, and why. */
export function CountingState({ view: { answer: figures, phase } }: CountingStateProps) {
  const since = figures && `Calculés ${formatInstant(Date.parse(figures.countedAt))}.`
  switch (phase) {
    case 'read':
      return <p>{since}</p>
    case 'asking':
      return <Loading since={since}>Le serveur calcule…</Loading>
    case 'offline':
    case 'wait':
      return (
        <Notice title="Le serveur ne répond pas.">
          {figures
            ? `Vous lisez les derniers chiffres gardés sur cet appareil. ${since}`
            : 'Ces chiffres viennent du serveur\u00A0: ils s’afficheront quand le réseau reviendra.'}
        </Notice>
      )
    case 'unauthenticated':
      return (
        <Notice
          tone="warn"
          title={errorCatalogue.unauthenticated.title}
          actions={<ButtonLink href={signInHref(window.location.pathname)}>Se reconnecter</ButtonLink>}
        >
          Reconnectez-vous pour lire les chiffres. {since}
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
