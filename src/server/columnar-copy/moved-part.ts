import { resolvePeople, type PersonStanding } from '../../domain/beneficiary/resolve-people.ts'
import type { DocumentId } from '../../domain/ids.ts'
import type { Fact } from '../../domain/statistics/fact.ts'
import { copiedActivities, type CopiedActivity } from './copied-activity.ts'
import { bookOf, type CopiedScope, type StoredScope } from './copied-scope.ts'

/** A scope as the copy has it, and as it is now. */
export interface MovedScope {
  readonly before: CopiedScope
  readonly after: CopiedScope
  /** As it is now, where that is packed already. */
  readonly stored?: StoredScope
}

/** Activities by id, each as the copy keeps it. */
export type Activities = ReadonlyMap<DocumentId, CopiedActivity>

/**
 * Of a scope that moved, the activities that may be kept otherwise now, before and after: those that changed, and all of
 * the people whom these name, since each meeting knows the ones before it. One report more is hence not a scope counted
 * anew. Where people, places or the structure moved, all are looked at.
 */
export function movedPart({ before, after }: Pick<MovedScope, 'before' | 'after'>): {
  was: Activities
  is: Activities
} {
  const changed = changedFacts(before, after)
  if (before.facts.size === 0 || isOtherwiseCounted(before, after))
    return { was: copiedActivities(bookOf(before)), is: copiedActivities(bookOf(after)) }
  const identityOf = resolvePeople(after.people.values())
  const peopleIn = ({ named }: Fact) => named.map(({ id }) => identityOf(id) ?? id)
  const facts = [...before.facts.values(), ...after.facts.values()]
  const peopleOf = (ids: ReadonlySet<DocumentId>) =>
    new Set(facts.filter(({ id }) => ids.has(id)).flatMap(peopleIn))
  const withAnyOf = (people: ReadonlySet<string>, ids: ReadonlySet<DocumentId>) =>
    people.size === 0
      ? ids
      : new Set([
          ...ids,
          ...facts.filter((fact) => peopleIn(fact).some((one) => people.has(one))).map(({ id }) => id),
        ])
  const moved = withAnyOf(peopleOf(changed), changed)
  // Each of them is read among all the meetings of all whom it names.
  const around = withAnyOf(peopleOf(moved), moved)
  const part = (scope: CopiedScope) =>
    new Map([...copiedActivities(bookOf(only(scope, around)))].filter(([id]) => moved.has(id)))
  return { was: part(before), is: part(after) }
}

/** Facts are replaced, never changed. */
function changedFacts({ facts: was }: CopiedScope, { facts: is }: CopiedScope): Set<DocumentId> {
  return new Set([...was.keys(), ...is.keys()].filter((id) => was.get(id) !== is.get(id)))
}

function only(scope: CopiedScope, ids: ReadonlySet<DocumentId>): CopiedScope {
  return { ...scope, facts: new Map([...scope.facts].filter(([id]) => ids.has(id))) }
}

/** Whether something moved that any activity may be counted by. */
function isOtherwiseCounted(before: CopiedScope, after: CopiedScope): boolean {
  return (
    before.commune !== after.commune ||
    !hasSameEntries(before.places, after.places) ||
    hasOtherPeople(before.people, after.people)
  )
}

function hasSameEntries(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value)
}

/** Whether an id may mean another person now: a page like any other, that no other is merged into, changes nothing. */
function hasOtherPeople(
  before: ReadonlyMap<string, PersonStanding>,
  after: ReadonlyMap<string, PersonStanding>,
): boolean {
  return whoIsWho(before) !== whoIsWho(after)
}

function whoIsWho(pages: ReadonlyMap<string, PersonStanding>): string {
  const into = new Set([...pages.values()].map(({ mergedInto }) => mergedInto))
  return [...pages.values()]
    .filter(({ id, state, mergedInto }) => state !== 'live' || mergedInto !== undefined || into.has(id))
    .map(({ id, state, mergedInto = '' }) => [id, state, mergedInto].join(' '))
    .sort()
    .join()
}
