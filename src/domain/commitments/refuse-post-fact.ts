import type { CalendarDay } from '../calendar-day.ts'
import type { ErrorCode } from '../errors.ts'
import type { StructureId } from '../ids.ts'
import { isConventionLength } from './convention-months.ts'
import { standingFacts, type PostFact, type PostFactOf } from './post-fact.ts'
import { isClosed } from '../sync/closed-scope.ts'
import { holds, isHeld, overlap, postLife, type PostLife } from './post-life.ts'

/** What is known besides the post's own facts. */
export interface FactSurroundings {
  readonly today: CalendarDay
  /** Of the structures that the facts name; null where it isn't known. */
  readonly departments: ReadonlyMap<StructureId, string | null>
}

/**
 * Why a fact can't be added to those of its post; undefined where it can. Pure: what the post would be with it is looked
 * at, so that the same life is refused whatever the order in which its facts are said.
 */
export function refusalOfPostFact(
  facts: readonly PostFact[],
  added: PostFact,
  around: FactSurroundings,
): ErrorCode | undefined {
  return refusalOfReplacing(facts, added, around) ?? refusalOfItself(facts, added, around) ?? afterIt()

  function afterIt(): ErrorCode | undefined {
    return refusalOfLife(postLife([...facts, added]), added, takesBackDeparture(facts, added))
  }
}

/** Only what stands is corrected, by the same kind of fact; a departure is undone before its day. */
function refusalOfReplacing(
  facts: readonly PostFact[],
  { kind, replaces }: PostFact,
  { today }: FactSurroundings,
): ErrorCode | undefined {
  if (replaces === null) return kind === 'withdrawn' || kind === 'declined' ? 'fact-replaced' : undefined
  const replaced = standingFacts(facts).find(({ id }) => id === replaces)
  if (!replaced || !mayReplace(kind, replaced.kind)) return 'fact-replaced'
  return kind === 'withdrawn' && replaced.kind === 'departure' && replaced.day < today
    ? 'departure-past'
    : undefined
}

/** A correction is of the same kind; what is offered is also accepted or refused. */
function mayReplace(kind: PostFact['kind'], replaced: PostFact['kind']): boolean {
  if (kind === 'withdrawn' || kind === replaced) return true
  return replaced === 'offered' && (kind === 'contract' || kind === 'declined')
}

/** What is wrong with the fact whatever comes after it. */
function refusalOfItself(
  facts: readonly PostFact[],
  added: PostFact,
  { departments, today }: FactSurroundings,
): ErrorCode | undefined {
  const { notified } = postLife(facts)
  switch (added.kind) {
    case 'notified':
      return notified && added.replaces === null ? 'fact-replaced' : undefined
    case 'convention':
      return isConventionLength(added.day, added.ends) ? undefined : 'convention-length'
    case 'contract':
      return endsBeforeStart(added) ?? (isAcceptance(facts, added) ? overSince(added, today) : undefined)
    case 'offered':
      return endsBeforeStart(added) ?? overSince(added, today)
    case 'transferred': {
      const [own, other] = [notified?.structure, added.structure].map((id) => id && departments.get(id))
      return own === undefined || own === null || own !== other ? 'other-department' : undefined
    }
    case 'departure': {
      const others = facts.filter(({ id }) => id !== added.replaces)
      const isThere = postLife(others).fillings.some(
        (filling) => filling.scope === added.scope && holds(filling, added.day),
      )
      return isThere ? undefined : 'not-in-post'
    }
    case 'returned':
    case 'step':
    case 'withdrawn':
    case 'declined':
      return undefined
  }
}

function endsBeforeStart({ day, ends }: PostFactOf<'contract' | 'offered'>): ErrorCode | undefined {
  return ends !== null && ends < day ? 'contract-ends-before-start' : undefined
}

/** Accepted from then on, it would open nothing: no device may send anything more for its days. */
function overSince(
  { day: starts, ends }: PostFactOf<'contract' | 'offered'>,
  today: CalendarDay,
): ErrorCode | undefined {
  return isClosed([{ starts, ends }], today) ? 'offer-over' : undefined
}

function isAcceptance(facts: readonly PostFact[], { replaces }: PostFact): boolean {
  return facts.some(({ id, kind }) => id === replaces && kind === 'offered')
}

/**
 * What the post would be with it: nobody at two places, agreed or offered, and nobody where the post isn't held. A post
 * may leave its structure under an offer, which nobody can accept from then on.
 */
function refusalOfLife(life: PostLife, added: PostFact, isUndone: boolean): ErrorCode | undefined {
  const { fillings, holdings, offerings } = life
  const taken = [...fillings, ...offerings]
  if (taken.some((one, index) => taken.slice(index + 1).some((other) => overlap(one, other))))
    return isUndone ? 'successor-in-place' : 'post-filled-twice'
  if (!fillings.every((filling) => isHeld(filling, holdings))) {
    return added.kind === 'transferred' || added.kind === 'returned' ? 'post-still-filled' : 'post-not-held'
  }
  switch (added.kind) {
    case 'step':
    case 'convention':
      return holdings.some((one) => one.structure === added.structure && holds(one, added.day))
        ? undefined
        : 'post-not-held'
    case 'offered':
      return isHeld({ structure: added.structure, from: added.day, until: added.ends }, holdings)
        ? undefined
        : 'post-not-held'
    case 'transferred':
    case 'returned':
      // Before the notification, or after another end of the same post: nothing would come of it.
      return life.notified && life.notified.day < added.day ? undefined : 'post-not-held'
    case 'notified':
    case 'contract':
    case 'departure':
    case 'withdrawn':
    case 'declined':
      return undefined
  }
}

function takesBackDeparture(facts: readonly PostFact[], { kind, replaces }: PostFact): boolean {
  return kind === 'withdrawn' && facts.some((fact) => fact.id === replaces && fact.kind === 'departure')
}
