import type { Problem } from '../../../domain/problem.ts'
import { signInHref } from '../../addresses.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** Why the server didn't do or show something, in its own words; none where it wasn't reached. */
export function Refused({ problem, onDismiss }: { problem: Problem | undefined; onDismiss?: () => void }) {
  if (!problem) {
    return (
      <Notice tone="warn" title="Le serveur ne répond pas." onDismiss={onDismiss}>
        Rien n’a changé. Vérifiez le réseau, puis réessayez.
      </Notice>
    )
  }
  return (
    <Notice
      tone="bad"
      title={problem.title}
      onDismiss={onDismiss}
      actions={
        problem.status === 401 && (
          <ButtonLink href={signInHref(window.location.pathname)}>Se reconnecter</ButtonLink>
        )
      }
    >
      {problem.detail}
    </Notice>
  )
}
