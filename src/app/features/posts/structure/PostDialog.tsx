import type { StructurePerson, StructurePosts } from '../../../../domain/access/structure-posts.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { PostFactOf } from '../../../../domain/commitments/post-fact.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { AttachPerson } from './AttachPerson.tsx'
import { ContractForm } from './ContractForm.tsx'
import type { ReadPost } from './read-post.ts'
import { StepForm } from './StepForm.tsx'
import { WithdrawFact } from './WithdrawFact.tsx'

/** What is being said of a post. */
export type OpenDialog =
  | { readonly kind: 'step'; readonly post: ReadPost }
  | {
      readonly kind: 'contract'
      readonly post: ReadPost
      readonly corrected?: PostFactOf<'contract' | 'offered'>
    }
  | {
      readonly kind: 'withdraw'
      readonly post: ReadPost
      readonly fact: PostFactOf<'step' | 'contract' | 'offered' | 'departure'>
    }
  | { readonly kind: 'attach'; readonly person: StructurePerson; readonly posts: readonly ReadPost[] }

export interface PostDialogProps {
  structureId: StructureId
  answer: StructurePosts
  today: CalendarDay
  onDone: (words: string) => void
  onClose: () => void
}

/** The dialog that is open over the posts of a structure. */
export function PostDialog({ opened, ...rest }: PostDialogProps & { opened: OpenDialog }) {
  switch (opened.kind) {
    case 'step':
      return <StepForm {...rest} post={opened.post} />
    case 'contract':
      return <ContractForm {...rest} post={opened.post} corrected={opened.corrected} />
    case 'withdraw':
      return <WithdrawFact {...rest} post={opened.post} fact={opened.fact} />
    case 'attach':
      return <AttachPerson {...rest} person={opened.person} posts={opened.posts} />
  }
}
