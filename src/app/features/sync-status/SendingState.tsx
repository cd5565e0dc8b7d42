import { errorCatalogue } from '../../../domain/errors.ts'
import { addresses, signInHref } from '../../addresses.ts'
import type { SyncStatus } from '../../data/sync-status.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { counted } from '../../ui/format/number.ts'
import { Notice } from '../../ui/Notice.tsx'

export interface SendingStateProps {
  status: Pick<SyncStatus, 'pending' | 'toCorrect' | 'orphans' | 'phase'>
  drafts: number
}

/** What waits to be sent, and what stands in the way. */
export function SendingState({ status, drafts }: SendingStateProps) {
  const { pending, phase } = status
  return (
    <>
      <p>{waitingSentence(status)}</p>
      {drafts > 0 && (
        <p>
          {counted(drafts, 'brouillon reste', 'brouillons restent')} sur cet appareil : un brouillon n’est
          jamais envoyé.
        </p>
      )}
      <Obstacle phase={phase} isWaiting={pending > 0} />
    </>
  )
}

function waitingSentence({ pending, toCorrect, orphans }: SendingStateProps['status']): string {
  // What was refused, or is kept without access, was not sent, and is told further down.
  if (pending === 0) return toCorrect + orphans === 0 ? 'Tout est envoyé.' : 'Rien d’autre n’attend l’envoi.'
  if (pending === 1) return '1\u00A0élément est enregistré sur cet appareil et attend d’être envoyé.'
  return `${pending}\u00A0éléments sont enregistrés sur cet appareil et attendent d’être envoyés.`
}

interface ObstacleProps {
  phase: SyncStatus['phase']
  isWaiting: boolean
}

function Obstacle({ phase, isWaiting }: ObstacleProps) {
  switch (phase) {
    case 'idle':
    case 'syncing':
      return null
    case 'offline':
      return (
        <Notice announce="never" title="Le serveur ne répond pas.">
          Le réseau manque, ou il ne mène pas jusqu’à Espace Coop (Wi-Fi avec page d’accueil, par exemple).{' '}
          {isWaiting && 'Rien à faire\u00A0: l’envoi reprendra de lui-même.'}
        </Notice>
      )
    case 'waiting':
      return (
        <Notice announce="never" title={errorCatalogue.busy.title}>
          {errorCatalogue.busy.next}
        </Notice>
      )
    case 'signed-out':
      return <Stopped code="unauthenticated" canSignIn />
    case 'wrong-user':
      return <Stopped code="wrong-user" canSignIn={false} />
    case 'revoked':
      return <Stopped code="device-revoked" canSignIn />
    case 'too-old':
      return <Stopped code="client-too-old" canSignIn={false} />
  }
}

interface StoppedProps {
  code: 'unauthenticated' | 'wrong-user' | 'device-revoked' | 'client-too-old'
  canSignIn: boolean
}

function Stopped({ code, canSignIn }: StoppedProps) {
  const { title, next } = errorCatalogue[code]
  return (
    <Notice
      tone="warn"
      announce="never"
      title={title}
      actions={canSignIn && <ButtonLink href={signInHref(addresses.sync)}>Se reconnecter</ButtonLink>}
    >
      {next}
    </Notice>
  )
}
