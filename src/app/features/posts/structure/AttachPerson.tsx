import { useState } from 'react'
import type { StructurePerson } from '../../../../domain/access/structure-posts.ts'
import { sayForStructure } from '../../../data/posts.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { useSaying } from '../use-saying.ts'
import type { PostDialogProps } from './PostDialog.tsx'
import type { ReadPost } from './read-post.ts'

export interface AttachPersonProps extends PostDialogProps {
  person: StructurePerson
  posts: readonly ReadPost[]
}

/** Says which post somebody occupies, by the contracts that are known already. */
export function AttachPerson({ person, posts, structureId, onDone, onClose }: AttachPersonProps) {
  const [chosen, setChosen] = useState<string>(posts[0]?.id ?? '')
  const saying = useSaying(() => onDone(`${person.name} occupe ce poste.`))
  const attach = () => {
    const post = posts.find(({ id }) => id === chosen)
    if (!post) return
    const said = { kind: 'attached' as const, scope: person.scope }
    void saying.say({ ...said, post: post.id }, (id) =>
      sayForStructure({ structure: structureId, post: post.id }, { ...said, id }),
    )
  }
  return (
    <SayDialog
      title={`Quel poste occupe ${person.name}\u00A0?`}
      action="Rattacher à ce poste"
      saying={saying}
      onSubmit={attach}
      onClose={onClose}
    >
      <SelectField
        label="Poste"
        options={posts.map(({ id, reference }) => ({ value: id, label: reference }))}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      />
    </SayDialog>
  )
}
