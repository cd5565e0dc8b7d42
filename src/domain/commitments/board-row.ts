import type { CalendarDay } from '../calendar-day.ts'
import type { StructureId } from '../ids.ts'
import { endsOf } from './coming-ends.ts'
import { holds, type Days, type Filling, type Holding, type PostLife } from './post-life.ts'
import { postStateAt, waitingOffering, type PostState } from './post-state.ts'

/** What a board tells of a post on a day. */
export interface BoardRow {
  readonly state: PostState['state']
  readonly since: CalendarDay
  /** Who holds it, or held it last. */
  readonly structure: StructureId
  /** Who held it in turn, each with the days on which somebody worked there; none where it has always had one holder. */
  readonly holders: readonly HolderHistory[]
  /** The day on which it goes, or went, back to the State. */
  readonly returnedOn: CalendarDay | null
  readonly filling: Filling | undefined
  /** Whether a contract is signed that its person hasn't accepted yet: the post is vacant as far as is known. */
  readonly awaitsAcceptance: boolean
  /** Of the contracts that follow each other; null where there is no end, or nobody. */
  readonly contractEnds: CalendarDay | null
  readonly conventionStarts: CalendarDay | null
  readonly conventionEnds: CalendarDay | null
}

/** A structure's time with a post: what happened there stays there, whoever holds it later. */
export interface HolderHistory extends Holding {
  readonly worked: readonly Days[]
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
    holders: holdings.length > 1 ? holdings.map((one) => historyOf(one, life)) : [],
    returnedOn: life.returnedOn ?? null,
    filling: now.state === 'occupied' ? now.filling : undefined,
    awaitsAcceptance: now.state === 'vacant' && waitingOffering(life, structure, today) !== undefined,
    contractEnds: contract?.ends ?? null,
    conventionStarts: convention?.day ?? null,
    conventionEnds: convention?.ends ?? null,
  }
}

/** Those who worked on the post in these days, by their own: nobody works for who doesn't hold it. */
function historyOf(holding: Holding, { fillings }: PostLife): HolderHistory {
  const worked = fillings
    .filter(({ structure, from }) => structure === holding.structure && holds(holding, from))
    .map(({ from, until }) => ({ from, until }))
  return { ...holding, worked }
}
