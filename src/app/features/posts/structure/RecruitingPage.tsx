import { useState } from 'react'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { StructurePosts } from '../../../../domain/access/structure-posts.ts'
import { fetchStructurePosts } from '../../../data/posts.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useSayDone } from '../../../ui/undo.ts'
import { StructureAnswerPage } from '../StructureAnswerPage.tsx'
import { DownloadEnds } from './DownloadEnds.tsx'
import { PostDialog, type OpenDialog } from './PostDialog.tsx'
import { PostSection } from './PostSection.tsx'
import { peopleWithoutPost, readPost, vacantFirst } from './read-post.ts'
import { WithoutPost } from './WithoutPost.tsx'

/** The posts of a structure: read by its members; who is *responsable* says what happens there. */
export function RecruitingPage({ membership }: { membership: Membership }) {
  return (
    <StructureAnswerPage
      title="Postes et recrutement"
      membership={membership}
      question={membership.structureId}
      fetch={fetchStructurePosts}
    >
      {(answer, reload) => <Shown {...{ membership, answer }} onChanged={reload} />}
    </StructureAnswerPage>
  )
}

interface ShownProps {
  membership: Membership
  answer: StructurePosts
  onChanged: () => void
}

function Shown({ membership: { structureId, role }, answer, onChanged }: ShownProps) {
  const today = useToday()
  const sayDone = useSayDone()
  const [opened, setOpened] = useState<OpenDialog>()
  const posts = vacantFirst(answer.posts.map((post) => readPost(post, structureId, today)))
  const onOpen = role === 'responsable' ? setOpened : undefined
  const done = (words: string) => {
    setOpened(undefined)
    sayDone({ text: words })
    onChanged()
  }
  return (
    <>
      {posts.length === 0 && (
        <EmptyState icon="building" title="Aucun poste n’est encore attribué à la structure.">
          L’État les attribue. Vous noterez ici le recrutement, les contrats et les départs.
        </EmptyState>
      )}
      {posts.map((post) => (
        <PostSection key={post.id} {...{ post, answer, today, structureId, onOpen }} onDone={done} />
      ))}
      <WithoutPost people={peopleWithoutPost(answer, posts, today)} posts={posts} onOpen={onOpen} />
      <DownloadEnds {...{ posts, answer, today }} />
      {opened && (
        <PostDialog
          {...{ opened, structureId, answer, today }}
          onDone={done}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}
