import type { KitFact } from '../../../../domain/commitments/kit/kit-fact.ts'
import { SayDialog } from '../SayDialog.tsx'
import type { KitFormProps } from './KitDialog.tsx'

/** Takes back something that was said: it stays in the history, and counts no more. */
export function WithdrawKitFact({
  saying,
  say,
  onClose,
  fact,
  words,
}: KitFormProps & { fact: KitFact; words: string }) {
  return (
    <SayDialog
      title={`Retirer «\u00A0${words}\u00A0»\u00A0?`}
      action="Retirer"
      isDestructive
      saying={saying}
      onSubmit={() => say({ kind: 'withdrawn', replaces: fact.id })}
      onClose={onClose}
    >
      <p>L’historique garde ce qui a été noté, par qui et quand. Cela ne compte plus.</p>
    </SayDialog>
  )
}
