import type { StructurePosts } from '../../../../domain/access/structure-posts.ts'
import type { PostFactOf } from '../../../../domain/commitments/post-fact.ts'
import { recruitmentStepLabels } from '../../../../domain/commitments/post-words.ts'
import { sayForStructure } from '../../../data/posts.ts'
import { SayDialog } from '../SayDialog.tsx'
import { useSaying } from '../use-saying.ts'
import type { PostDialogProps } from './PostDialog.tsx'
import { ofPerson } from '../of-person.ts'
import { nameOf, nameOfContract, type ReadPost } from './read-post.ts'

export interface WithdrawFactProps extends PostDialogProps {
  post: ReadPost
  fact: PostFactOf<'step' | 'contract' | 'offered' | 'departure'>
}

/** Takes back something that was said: it stays in the history, and counts no more. */
export function WithdrawFact({ post, fact, structureId, answer, onDone, onClose }: WithdrawFactProps) {
  const saying = useSaying(() => onDone('Retiré. L’historique le garde.'))
  const withdraw = () => {
    const said = { kind: 'withdrawn' as const, replaces: fact.id }
    void saying.say(said, (id) => sayForStructure({ structure: structureId, post: post.id }, { ...said, id }))
  }
  return (
    <SayDialog
      title={questionOf(fact, answer)}
      action="Retirer"
      isDestructive
      saying={saying}
      onSubmit={withdraw}
      onClose={onClose}
    >
      <p>L’historique du poste garde ce qui a été dit, par qui et quand. Cela ne compte plus.</p>
      {fact.kind === 'offered' && <p>Le lien de l’invitation n’ouvrira plus rien.</p>}
    </SayDialog>
  )
}

function questionOf(fact: WithdrawFactProps['fact'], answer: StructurePosts): string {
  switch (fact.kind) {
    case 'step':
      return `Retirer l’étape «\u00A0${recruitmentStepLabels[fact.step]}\u00A0»\u00A0?`
    case 'contract':
    case 'offered':
      return `Retirer le contrat ${ofPerson(nameOfContract(fact, answer))}\u00A0?`
    case 'departure':
      return `Annuler le départ ${ofPerson(nameOf(fact.scope, answer))}\u00A0?`
  }
}
