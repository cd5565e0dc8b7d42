import { addDays, type CalendarDay } from '../calendar-day.ts'
import type { StructureId } from '../ids.ts'
import { holds, type Filling, type Holding, type Offering, type PostLife } from './post-life.ts'

/** What a post is on one day: derived from its facts, never stored. */
export type PostState =
  /** Nobody has been told of it yet. */
  | { readonly state: 'not-yet' }
  | {
      readonly state: 'occupied'
      readonly holding: Holding
      /** Since when the same person works there, from one contract to the next. */
      readonly since: CalendarDay
      readonly filling: Filling
    }
  | {
      readonly state: 'vacant'
      readonly holding: Holding
      /** The first day without anybody, for who holds it. */
      readonly since: CalendarDay
    }
  | { readonly state: 'returned'; readonly since: CalendarDay }

/** Whether a post is occupied, vacant or returned on a day, and who holds it. */
export function postStateAt(life: PostLife, day: CalendarDay): PostState {
  if (life.returnedOn !== undefined && life.returnedOn <= day)
    return { state: 'returned', since: life.returnedOn }
  const holding = life.holdings.find((one) => holds(one, day))
  if (!holding) return { state: 'not-yet' }
  const filling = life.fillings.find((one) => holds(one, day))
  return filling
    ? { state: 'occupied', holding, since: sinceOf(filling, life.fillings), filling }
    : { state: 'vacant', holding, since: vacantSince(life, holding, day) }
}

/** What a post is for one structure: as it is, or transferred since it holds it no more. */
export type PostStanding =
  Exclude<PostState, { state: 'not-yet' }> | { readonly state: 'transferred'; readonly since: CalendarDay }

/** What a post is for a structure on a day; undefined where it doesn't hold it yet, or never did. */
export function postStandingAt(
  life: PostLife,
  structure: StructureId,
  day: CalendarDay,
): PostStanding | undefined {
  const held = life.holdings.findLast((one) => one.structure === structure && one.from <= day)
  if (!held) return undefined
  const next = life.holdings.find((one) => one.from > held.from && one.from <= day)
  if (next) return { state: 'transferred', since: next.from }
  const now = postStateAt(life, day)
  return now.state === 'not-yet' ? undefined : now
}

/**
 * The contract of a structure that waits to be accepted, the first that isn't over. Until then the post is vacant: nobody
 * is known to work there; but its clock has stopped. What ends without an answer has filled the post on no day.
 */
export function waitingOffering(
  { offerings }: PostLife,
  structure: StructureId,
  today: CalendarDay,
): Offering | undefined {
  return offerings.find((one) => one.structure === structure && (one.until === null || one.until >= today))
}

/** Back through the contracts of one person that follow each other without a day between them. */
function sinceOf({ from, scope }: Filling, fillings: readonly Filling[]): CalendarDay {
  const before = fillings.find(
    (one) => one.scope === scope && one.until !== null && addDays(one.until, 1) === from,
  )
  return before ? sinceOf(before, fillings) : from
}

function vacantSince({ fillings }: PostLife, holding: Holding, day: CalendarDay): CalendarDay {
  const left = fillings.flatMap(({ until }) => (until !== null && until < day ? [addDays(until, 1)] : []))
  return [holding.from, ...left].sort().at(-1) ?? holding.from
}
