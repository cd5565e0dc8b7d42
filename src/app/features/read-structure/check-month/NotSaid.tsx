import { errorCatalogue } from '../../../../domain/errors.ts'
import type { ReadRefusal } from '../../../data/read-refusal.ts'
import { signInHref } from '../../../addresses.ts'
import { Button } from '../../../ui/Button.tsx'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Notice } from '../../../ui/Notice.tsx'

export type NotSaidReason = ReadRefusal | 'gone'

/** Why a sentence was not kept, and what to do; what was typed stays. */
export function NotSaid({ reason, onGone }: { reason: NotSaidReason; onGone: () => void }) {
  switch (reason) {
    case 'offline':
    case 'wait':
      return (
        <Notice tone="warn" title="Le serveur ne répond pas.">
          Ce point n’est pas encore réglé. Votre phrase reste ici&nbsp;: réessayez quand le réseau reviendra.
        </Notice>
      )
    case 'unauthenticated':
      return (
        <Notice
          tone="warn"
          title={errorCatalogue.unauthenticated.title}
          actions={<ButtonLink href={signInHref(window.location.pathname)}>Se reconnecter</ButtonLink>}
        >
          Ce point n’est pas encore réglé. Copiez votre phrase si elle est longue, puis reconnectez-vous.
        </Notice>
      )
    case 'gone':
      return (
        <Notice
          tone="warn"
          title="Ce point a changé depuis."
          actions={<Button onClick={onGone}>Regarder de nouveau</Button>}
        >
          Les comptes rendus ont été corrigés ou complétés. Votre phrase n’a pas été gardée.
        </Notice>
      )
    case 'forbidden':
      return (
        <Notice tone="bad" title="Vous ne pouvez pas régler ce point.">
          Seule une personne responsable de la structure le peut.
        </Notice>
      )
  }
}
