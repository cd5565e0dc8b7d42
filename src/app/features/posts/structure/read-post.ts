import type { StructurePost, StructurePosts } from '../../../../domain/access/structure-posts.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { comingEnds, endsOf } from '../../../../domain/commitments/coming-ends.ts'
import { postLife, type PostLife } from '../../../../domain/commitments/post-life.ts'
import { postStandingAt, type PostStanding } from '../../../../domain/commitments/post-state.ts'
import { recruitmentClock } from '../../../../domain/commitments/recruitment-clock.ts'
import type { PostFactOf } from '../../../../domain/commitments/post-fact.ts'
import type { OfferId } from '../../../../domain/commitments/post-ids.ts'
import type { ScopeId, StructureId } from '../../../../domain/ids.ts'

/** A post as its structure reads it on a day. */
export interface ReadPost extends StructurePost {
  readonly life: PostLife
  readonly standing: PostStanding | undefined
  readonly clock: ReturnType<typeof recruitmentClock>
  readonly comingEnds: ReturnType<typeof comingEnds>
  readonly ends: ReturnType<typeof endsOf>
}

export function readPost(post: StructurePost, structure: StructureId, today: CalendarDay): ReadPost {
  const life = postLife(post.said.map(({ fact }) => fact))
  return {
    ...post,
    life,
    standing: postStandingAt(life, structure, today),
    clock: recruitmentClock(life, structure, today),
    comingEnds: comingEnds(life, structure, today),
    ends: endsOf(life, structure, today),
  }
}

/** What waits for somebody comes first, what is over last; of one state by number. */
export function vacantFirst(posts: readonly ReadPost[]): ReadPost[] {
  const ranks = ['vacant', 'occupied', 'transferred', 'returned']
  const rank = ({ standing }: ReadPost) => ranks.indexOf(standing?.state ?? 'returned')
  return [...posts].sort((a, b) => rank(a) - rank(b) || a.reference.localeCompare(b.reference))
}

/** How somebody is named among those who work for the structure. */
export function nameOf(scope: ScopeId, { people }: StructurePosts): string {
  return people.find((one) => one.scope === scope)?.name ?? 'Une personne'
}

/** Somebody to whom a contract is or was offered, as the structure itself named them. */
export function nameOfOffer(id: OfferId, { offers }: StructurePosts): string {
  const offer = offers.find((one) => one.id === id)
  if (!offer) return 'Une personne invitée'
  return [offer.givenName, offer.familyName].filter(Boolean).join(' ') || offer.email
}

/** Whose contract it is, agreed or offered. */
export function nameOfContract(said: PostFactOf<'contract' | 'offered'>, answer: StructurePosts): string {
  return said.kind === 'contract' ? nameOf(said.scope, answer) : nameOfOffer(said.offer, answer)
}

/** Those whose contracts no post says, though they go on or are to come. */
export function peopleWithoutPost(
  read: StructurePosts,
  posts: readonly ReadPost[],
  today: CalendarDay,
): StructurePosts['people'] {
  const known = new Set(posts.flatMap(({ life }) => life.fillings.map(({ scope }) => scope)))
  return read.people.filter(
    ({ scope, contracts }) =>
      !known.has(scope) && contracts.some(({ ends }) => ends === null || ends >= today),
  )
}
