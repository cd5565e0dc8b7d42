import { useLocation } from 'wouter'
import { errorCatalogue } from '../../domain/errors.ts'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { addresses, signInHref } from '../addresses.ts'
import { rememberError } from '../data/last-errors.ts'
import { useDatabase } from '../data/react/database-context.ts'
import { useScopeNews } from '../data/react/use-scope-news.ts'
import { scopeNewsRead } from '../data/scope-news.ts'
import { ScopeNewsNotice } from '../features/sync-status/ScopeNewsNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { FrameNoticeKind } from './frame-notice.ts'

export interface FrameNoticeProps {
  kind: FrameNoticeKind
  /** Whose session it is, where it is another person's. */
  other: SignedInPerson | null
  /** Opens the app for that person; what is not sent stays with the one whom it was open for. */
  onAdopt: () => void
}

/** What happened, what is safe, what to do. */
export function FrameNotice({ kind, other, onAdopt }: FrameNoticeProps) {
  switch (kind) {
    case 'not-kept':
      return (
        <Notice tone="bad" title="Ce navigateur n’enregistre pas.">
          Navigation privée ou historique désactivé&nbsp;: ce que vous saisissez ici disparaîtra à la
          fermeture. Ouvrez Espace Coop dans une fenêtre ordinaire.
        </Notice>
      )
    case 'other-person':
      return <OtherPerson other={other} onAdopt={onAdopt} />
    case 'revoked':
      return <SignInAgain code="device-revoked" />
    case 'too-old':
      return (
        <Notice tone="warn" title={errorCatalogue['client-too-old'].title}>
          {errorCatalogue['client-too-old'].next}
        </Notice>
      )
    case 'signed-out':
      return <SignInAgain code="unauthenticated" />
    case 'scope-news':
      return <UnreadNews />
    case 'storage-nearly-full':
      return (
        <Notice tone="warn" title="La place va manquer sur cet appareil.">
          Vos comptes rendus y sont toujours. Libérez de la place&nbsp;: photos, vidéos, applications.
        </Notice>
      )
    case 'clock':
      return (
        <Notice tone="warn" title="L’horloge de cet appareil n’est pas à l’heure.">
          Vérifiez le jour de vos comptes rendus, et réglez la date et l’heure de l’appareil.
        </Notice>
      )
  }
}

/** Once, wherever the person is; *Synchronisation* says it for longer. */
function UnreadNews() {
  const db = useDatabase()
  const news = useScopeNews()?.find(({ isRead }) => !isRead)
  return (
    news && (
      <ScopeNewsNotice
        news={news}
        actions={<ButtonLink href={addresses.sync}>Voir la synchronisation</ButtonLink>}
        onDismiss={() => void scopeNewsRead(db).catch(rememberError)}
      />
    )
  )
}

function SignInAgain({ code }: { code: 'unauthenticated' | 'device-revoked' }) {
  const [path] = useLocation()
  const { next } = errorCatalogue[code]
  return (
    <Notice
      tone="warn"
      title="Reconnectez-vous pour envoyer."
      actions={<ButtonLink href={signInHref(path)}>Se reconnecter</ButtonLink>}
    >
      {code === 'unauthenticated'
        ? 'Vous pouvez continuer sans\u00A0: tout est gardé sur cet appareil.'
        : next}
    </Notice>
  )
}

function OtherPerson({ other, onAdopt }: Omit<FrameNoticeProps, 'kind'>) {
  const { title, next } = errorCatalogue['wrong-user']
  return (
    <Notice
      tone="warn"
      title={title}
      actions={
        other ? (
          <Button onClick={onAdopt}>Ouvrir l’espace de {other.givenName}</Button>
        ) : (
          <ButtonLink href={addresses.signOut}>Se déconnecter</ButtonLink>
        )
      }
    >
      {next}
    </Notice>
  )
}
