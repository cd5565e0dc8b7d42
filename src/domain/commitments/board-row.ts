import type { CalendarDay } from '../calendar-day.ts'
import type { StructureId } from '../ids.ts'
import { endsOf } from './coming-ends.ts'
import type { Filling, PostLife } from './post-life.ts'
import { postStateAt, waitingOffering, type PostState } from './post-state.ts'

/** What a board tells of a post on a day. */
export interface BoardRow {
  readonly state: PostState['state']
  readonly since: CalendarDay
  /** Who holds it, or held it last. */
  readonly structure: StructureId
  readonly transferredOn: CalendarDay | null
  readonly filling: Filling | undefined
  /** Whether a contract is signed that its person hasn't accepted yet: the post is vacant as far as is known. */
  readonly awaitsAcceptance: boolean
  /** Of the contracts that follow each other; null where there is no end, or nobody. */
  readonly contractEnds: CalendarDay | null
  readonly conventionStarts: CalendarDay | null
  readonly conventionEnds: CalendarDay | null
}

/** A post on a board; undefined where nothing says who it was attributed to. */
export function boardRow(life: PostLife, today: CalendarDay): BoardRow | undefined {
  const { notified, holdings, conventions } = life
  if (!notified) return undefined
  const now = postStateAt(life, today)
  const holding =
    now.state === 'occupied' || now.state === 'vacant'
      ? now.holding
      : (holdings.findLast(({ from }) => from <= today) ?? holdings[0])
  const structure = holding?.structure ?? notified.structure
  const convention = conventions.filter((one) => one.structure === structure).at(-1)
  const contract = endsOf(life, structure, today).find(({ what }) => what === 'contract')
  return {
    state: now.state,
    since: now.state === 'not-yet' ? notified.day : now.since,
    structure,
    transferredOn: holding && holding.from > notified.day ? holding.from : null,
    filling: now.state === 'occupied' ? now.filling : undefined,
    awaitsAcceptance: now.state === 'vacant' && waitingOffering(life, structure, today) !== undefined,
    contractEnds: contract?.ends ?? null,
    conventionStarts: convention?.day ?? null,
    conventionEnds: convention?.ends ?? null,
  }
}
