import type { ReactNode } from 'react'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import type { StructureId } from '../../../domain/ids.ts'
import { structureAddress } from '../../addresses.ts'
import type { CountedOutcome } from '../../data/counted-elsewhere.ts'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { PostsState } from './PostsState.tsx'
import { useServerOnly } from './server-only.ts'

export interface StructureAnswerPageProps<Q, A> {
  title: string
  membership: Membership
  /** The same object as long as the same is asked. */
  question: Q
  fetch: (question: Q) => Promise<CountedOutcome<A>>
  /** What is on the page, once the server has answered; `reload` asks it again. */
  children: (answer: A, reload: () => void) => ReactNode
}

/** A page about a structure that is read with the network alone: which one, and whether it could be read. */
export function StructureAnswerPage<A, Q = StructureId>(props: StructureAnswerPageProps<Q, A>) {
  const { title, question, fetch, children } = props
  const { structureId, structureName } = props.membership
  const { answer, phase, reload } = useServerOnly(question, fetch)
  return (
    <Page
      title={title}
      documentTitle={`${title}, ${structureName}`}
      lead={structureName}
      back={{ href: structureAddress(structureId) }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer !== undefined && children(answer, reload)}
      </Stack>
    </Page>
  )
}
