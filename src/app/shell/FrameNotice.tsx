import { Link, useLocation } from 'wouter'
import { errorCatalogue } from '../../domain/errors.ts'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { addresses, signInHref } from '../addresses.ts'
import { rememberError } from '../data/last-errors.ts'
import { useDatabase } from '../data/react/database-context.ts'
import { useScopeNews } from '../data/react/use-scope-news.ts'
import { scopeNewsRead } from '../data/scope-news.ts'
import { ScopeNewsNotice } from '../features/sync-status/ScopeNewsNotice.tsx'
import type { Loss } from '../data/react/use-storage-loss.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Notice } from '../ui/Notice.tsx'
import { counted } from '../ui/format/number.ts'
import type { FrameNoticeKind } from './frame-notice.ts'

export interface FrameNoticeProps {
  kind: FrameNoticeKind
  /** Whose session it is, where it is another person's. */
  other: SignedInPerson | null
  /** Opens the app for that person; what is not sent stays with the one whom it was open for. */
  onAdopt: () => void
  loss: Loss
}

/** What happened, what is safe, what to do. */
export function FrameNotice({ kind, other, onAdopt, loss }: FrameNoticeProps) {
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
    case 'storage-lost':
      return <StorageLost loss={loss} />
    case 'waiting-long':
      return <WaitingLong />
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

function StorageLost({ loss: { waiting, acknowledge } }: { loss: Loss }) {
  const isAllSent = !waiting
  return (
    <Notice
      tone={isAllSent ? 'warn' : 'bad'}
      title={
        isAllSent
          ? 'Ce que gardait cet appareil a été effacé.'
          : `Ce que gardait cet appareil a été effacé, dont ${counted(waiting, 'élément qui n’était pas envoyé', 'éléments qui n’étaient pas envoyés')}.`
      }
      actions={<Button onClick={acknowledge}>J’ai compris</Button>}
    >
      Le navigateur a fait de la place, ou ses données ont été effacées.{' '}
      {isAllSent
        ? 'Vos comptes rendus étaient envoyés\u00A0: ils reviennent d’eux-mêmes. Un brouillon a pu disparaître.'
        : 'Ce qui était envoyé revient de soi-même. Déposez de nouveau ce qui manque.'}
    </Notice>
  )
}

/** Nobody else has them: a lost phone, or a browser that makes room, takes them away (sync.md P8). */
function WaitingLong() {
  return (
    <Notice
      tone="warn"
      title="Des comptes rendus attendent l’envoi depuis plus de cinq jours."
      actions={
        <Link href={addresses.sync} asChild>
          <ButtonLink>Voir ce qui attend</ButtonLink>
        </Link>
      }
    >
      Ils ne sont que sur cet appareil. Cherchez un réseau pour les envoyer, ou exportez-les.
    </Notice>
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

function OtherPerson({ other, onAdopt }: Pick<FrameNoticeProps, 'other' | 'onAdopt'>) {
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
