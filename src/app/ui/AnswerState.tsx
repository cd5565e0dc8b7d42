import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { ButtonLink } from './ButtonLink.tsx'
import { Loading } from './Loading.tsx'
import { Notice } from './Notice.tsx'

export interface AnswerStateProps {
  /** Where the reading stands of what only the server knows. */
  phase: 'asking' | 'read' | 'offline' | 'wait' | 'unauthenticated' | 'forbidden'
  /** While it is asked for; nothing without words. */
  asking?: ReactNode
  /** How old what is shown is, where something is. */
  since?: string | undefined
  /** Once it is read. */
  read?: ReactNode
  /** Where the server doesn’t answer: what one reads instead, or when it will be there. */
  silent: ReactNode
  /** What one signs in again for, and where. */
  signIn: ReactNode
  signInHref: string
  /** The house’s words for a refusal. */
  refusals: {
    readonly unauthenticated: { readonly title: string }
    readonly forbidden: { readonly title: string; readonly next: string }
  }
  /** Offered where the server doesn’t answer. */
  onAgain?: () => void
}

/** Whether what is shown is the server’s of now, or how old it is, why, and what to do. */
export function AnswerState(props: AnswerStateProps) {
  const { phase, asking, since, read = null, silent, signIn, signInHref, refusals, onAgain } = props
  switch (phase) {
    case 'read':
      return read
    case 'asking':
      return asking ? <Loading since={since}>{asking}</Loading> : null
    case 'offline':
    case 'wait':
      return (
        <Notice
          title="Le serveur ne répond pas."
          actions={
            onAgain && (
              <Button icon="sync" onClick={onAgain}>
                Réessayer
              </Button>
            )
          }
        >
          {silent}
        </Notice>
      )
    case 'unauthenticated':
      return (
        <Notice
          tone="warn"
          title={refusals.unauthenticated.title}
          actions={<ButtonLink href={signInHref}>Se reconnecter</ButtonLink>}
        >
          {signIn} {since}
        </Notice>
      )
    case 'forbidden':
      return (
        <Notice tone="bad" title={refusals.forbidden.title}>
          {refusals.forbidden.next}
        </Notice>
      )
  }
}
