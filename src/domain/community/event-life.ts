import { instantInFrance } from '../french-time.ts'
import type { CommunityFact, EventDetails } from './community-fact.ts'
import type { CommunityFactId } from './community-ids.ts'

/** An event as it stands. */
export interface EventLife {
  readonly details: EventDetails
  /** What was said last: whatever is said next replaces it. */
  readonly last: CommunityFactId
  readonly lastSaidAt: string
  /** How often it was changed since it was published. */
  readonly changes: number
  /** Why it is cancelled, in words that may be empty; null where it takes place. */
  readonly cancelled: string | null
}

/** What an event is by its facts, in whatever order; undefined as long as nothing publishes it. */
export function eventLife(facts: readonly CommunityFact[]): EventLife | undefined {
  const chain = chainOf(facts)
  const last = chain.at(-1)
  const published = chain.findLast((fact) => fact.kind === 'published')
  if (!last || !published) return undefined
  return {
    details: published.details,
    last: last.id,
    lastSaidAt: last.at,
    changes: chain.length - 1,
    cancelled: last.kind === 'cancelled' ? last.words : null,
  }
}

/** From the first one on, each the one that replaces the one before. */
function chainOf(facts: readonly CommunityFact[]): CommunityFact[] {
  const following = new Map(facts.map((fact) => [fact.replaces, fact]))
  const chain: CommunityFact[] = []
  for (let next = following.get(null); next && chain.length < facts.length; next = following.get(next.id)) {
    chain.push(next)
  }
  return chain
}

/** When an event begins and ends, as instants in ms. */
export function eventTimes({ day, starts, ends }: Pick<EventDetails, 'day' | 'starts' | 'ends'>) {
  return { begins: instantInFrance(day, starts), ends: instantInFrance(day, ends) }
}
