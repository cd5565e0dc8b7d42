import { addDays, type CalendarDay } from '../calendar-day.ts'
import type { ScopeId, StructureId } from '../ids.ts'
import { factsOfKind, standingFacts, type PostFact, type PostFactOf } from './post-fact.ts'

/** Days, first and last; without end where there is no last. */
export interface Days {
  readonly from: CalendarDay
  readonly until: CalendarDay | null
}

/** A structure holds the post. */
export interface Holding extends Days {
  readonly structure: StructureId
}

/** Somebody works on the post, by one contract: its days, cut short by a departure. */
export interface Filling extends Days {
  readonly scope: ScopeId
  readonly structure: StructureId
  readonly contract: PostFactOf<'contract'>
}

/** A contract that waits for its person to accept: nobody is known to work on the post by it. */
export interface Offering extends Days {
  readonly structure: StructureId
  readonly offered: PostFactOf<'offered'>
}

/** A post as its facts tell it, from the first day to the last. */
export interface PostLife {
  /** Undefined as long as no notification has arrived. */
  readonly notified: PostFactOf<'notified'> | undefined
  /** By their first day; none overlaps another. */
  readonly holdings: readonly Holding[]
  /** By their first day. */
  readonly fillings: readonly Filling[]
  /** By their first day; only those of days on which the structure holds the post: the others can't be accepted. */
  readonly offerings: readonly Offering[]
  readonly returnedOn: CalendarDay | undefined
  readonly conventions: readonly PostFactOf<'convention'>[]
  readonly departures: readonly PostFactOf<'departure'>[]
  readonly steps: readonly PostFactOf<'step'>[]
}

/** Reads the facts of one post, in whatever order they come. */
export function postLife(facts: readonly PostFact[]): PostLife {
  const standing = standingFacts(facts)
  const departures = factsOfKind(standing, 'departure')
  const holdings = holdingsIn(standing)
  return {
    notified: factsOfKind(standing, 'notified')[0],
    holdings,
    fillings: factsOfKind(standing, 'contract').flatMap((contract) => fillingBy(contract, departures) ?? []),
    offerings: factsOfKind(standing, 'offered')
      .map((offered) => ({
        from: offered.day,
        until: offered.ends,
        structure: offered.structure,
        offered,
      }))
      .filter((one) => isHeld(one, holdings)),
    returnedOn: factsOfKind(standing, 'returned')[0]?.day,
    conventions: factsOfKind(standing, 'convention'),
    departures,
    steps: factsOfKind(standing, 'step'),
  }
}

/** Whether days hold a day. */
export function holds({ from, until }: Days, day: CalendarDay): boolean {
  return from <= day && (until === null || day <= until)
}

export function overlap(a: Days, b: Days): boolean {
  return (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until)
}

/** Whether a structure holds the post on all of these days. */
export function isHeld(
  { structure, from, until }: Days & { readonly structure: StructureId },
  holdings: readonly Holding[],
): boolean {
  return holdings.some(
    (one) =>
      one.structure === structure &&
      holds(one, from) &&
      (one.until === null || (until !== null && until <= one.until)),
  )
}

/** Each holder until the day before the next one, or before the post goes back. */
function holdingsIn(standing: readonly PostFact[]): Holding[] {
  const begins = standing.filter(
    (fact): fact is PostFactOf<'notified' | 'transferred'> =>
      fact.kind === 'notified' || fact.kind === 'transferred',
  )
  const returnedOn = factsOfKind(standing, 'returned')[0]?.day
  return begins.flatMap(({ structure, day: from }, index) => {
    const ends = [begins[index + 1]?.day, returnedOn].filter((day) => day !== undefined).sort()[0]
    const until = ends === undefined ? null : addDays(ends, -1)
    return until === null || from <= until ? [{ structure, from, until }] : []
  })
}

/**
 * The days of a contract: until its end, or until the person leaves. A departure also undoes what had been agreed before
 * it for later days; a contract written after it is a return.
 */
function fillingBy(
  contract: PostFactOf<'contract'>,
  departures: readonly PostFactOf<'departure'>[],
): Filling | undefined {
  const { day: from, ends, scope, structure, at } = contract
  const own = departures.filter((departure) => departure.scope === scope)
  if (own.some((departure) => departure.day < from && at < departure.at)) return undefined
  const last = [ends, ...own.filter(({ day }) => from <= day).map(({ day }) => day)]
    .filter((day) => day !== null)
    .sort()[0]
  return { from, until: last ?? null, scope, structure, contract }
}
