import type { Problem } from '../../../domain/problem.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Why the server didn't write something down; what was typed stays. Without a problem it wasn't reached. */
export function NotSaid({ problem }: { problem: Problem | undefined }) {
  if (!problem) {
    return (
      <Notice tone="warn" title="Le serveur ne répond pas.">
        Rien n’est enregistré, et rien de ce que vous avez saisi n’est perdu. Réessayez avec du réseau.
      </Notice>
    )
  }
  return (
    <Notice tone="bad" title={problem.title}>
      {problem.detail}
    </Notice>
  )
}
