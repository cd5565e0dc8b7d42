import type { CalendarDay } from '../calendar-day.ts'
import type { ErrorCode } from '../errors.ts'
import type { StructureId } from '../ids.ts'
import { isConventionLength } from './convention-months.ts'
import { standingFacts, type PostFact } from './post-fact.ts'
import { holds, overlap, postLife, type Filling, type PostLife } from './post-life.ts'

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
  if (replaces === null) return kind === 'withdrawn' ? 'fact-replaced' : undefined
  const replaced = standingFacts(facts).find(({ id }) => id === replaces)
  if (!replaced || (kind !== 'withdrawn' && kind !== replaced.kind)) return 'fact-replaced'
  return kind === 'withdrawn' && replaced.kind === 'departure' && replaced.day < today
    ? 'departure-past'
    : undefined
}

/** What is wrong with the fact whatever comes after it. */
function refusalOfItself(
  facts: readonly PostFact[],
  added: PostFact,
  { departments }: FactSurroundings,
): ErrorCode | undefined {
  const { notified } = postLife(facts)
  switch (added.kind) {
    case 'notified':
      return notified && added.replaces === null ? 'fact-replaced' : undefined
    case 'convention':
      return isConventionLength(added.day, added.ends) ? undefined : 'convention-length'
    case 'contract':
      return added.ends !== null && added.ends < added.day ? 'contract-ends-before-start' : undefined
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
      return undefined
  }
}

/** What the post would be with it: nobody at two places, and nobody where the post isn't held. */
function refusalOfLife(life: PostLife, added: PostFact, isUndone: boolean): ErrorCode | undefined {
  const { fillings, holdings } = life
  if (fillings.some((one, index) => fillings.slice(index + 1).some((other) => overlap(one, other))))
    return isUndone ? 'successor-in-place' : 'post-filled-twice'
  if (!fillings.every((filling) => isHeld(filling, life))) {
    return added.kind === 'transferred' || added.kind === 'returned' ? 'post-still-filled' : 'post-not-held'
  }
  switch (added.kind) {
    case 'step':
    case 'convention':
      return holdings.some((one) => one.structure === added.structure && holds(one, added.day))
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
      return undefined
  }
}

/** Somebody works for who holds the post, on all their days. */
function isHeld({ structure, from, until }: Filling, { holdings }: PostLife): boolean {
  return holdings.some(
    (one) =>
      one.structure === structure &&
      holds(one, from) &&
      (one.until === null || (until !== null && until <= one.until)),
  )
}

function takesBackDeparture(facts: readonly PostFact[], { kind, replaces }: PostFact): boolean {
  return kind === 'withdrawn' && facts.some((fact) => fact.id === replaces && fact.kind === 'departure')
}
