import { errorCatalogue } from '../../../../domain/errors.ts'
import { signInHref } from '../../../addresses.ts'
import type { VouchRefusal } from '../../../data/structure-months.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** Why one's word was not kept, and what to do; reservations stay as they were typed. */
export function NotVouched({ reason }: { reason: VouchRefusal }) {
  switch (reason) {
    case 'offline':
    case 'wait':
      return (
        <Notice tone="warn" title="Le serveur ne répond pas.">
          Le mois n’est pas encore attesté. Vos réserves restent ici&nbsp;: réessayez quand le réseau
          reviendra.
        </Notice>
      )
    case 'unauthenticated':
      return (
        <Notice
          tone="warn"
          title={errorCatalogue.unauthenticated.title}
          actions={<ButtonLink href={signInHref(window.location.pathname)}>Se reconnecter</ButtonLink>}
        >
          Le mois n’est pas encore attesté. Copiez vos réserves si elles sont longues, puis reconnectez-vous.
        </Notice>
      )
    case 'month-changed':
    case 'already-vouched':
    case 'too-early-to-vouch':
    case 'forbidden':
      return (
        <Notice tone="warn" title={errorCatalogue[reason].title}>
          {errorCatalogue[reason].next}
        </Notice>
      )
  }
}
