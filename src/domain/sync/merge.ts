import { sameJson, type Json, type JsonObject } from '../json.ts'
import type { CollectionRules } from './collections.ts'
import { groupsOf, pick, withFields } from './fields.ts'

/** Which of two concurrent values of one group is shown; the other one is kept as lost. */
export type Winner = 'mine' | 'current'

export interface Merge {
  /** The document after the merge. */
  body: JsonObject
  /** Fields that the op really changed. */
  taken: JsonObject
  /** Values that lost against a concurrent one: each is to be kept (I8). Empty when nothing was lost. */
  lost: JsonObject
}

/**
 * Three-way merge on values, group by group (sync.md 3.4, decide 6): what is already there stays, what nobody else
 * changed is taken, and where both changed one value wins and the other is returned as lost. Fields outside `set` are
 * never touched (I9). It needs no revision, so it also works after a restore.
 *
 * `overtaken` are fields that were set after an op that comes again: where such a one has the value from before the op,
 * it was put back, and stays.
 */
export function mergeFields(
  rules: CollectionRules,
  current: JsonObject,
  op: { set: JsonObject; base: JsonObject },
  winner: Winner,
  overtaken: ReadonlySet<string> = new Set(),
): Merge {
  const taken: JsonObject = {}
  const lost: JsonObject = {}
  // Each with the op's own fields only: an older device may know fewer.
  for (const fields of groupsOf(rules, Object.keys(op.set))) {
    const mine = pick(op.set, fields)
    const now = pick(current, fields)
    if (sameJson(mine, now)) continue
    const base = pick(op.base, fields)
    const [only] = fields
    const isMergedSet = isSet(rules, fields) && [base, mine, now].every(holdsMembers)
    const wasPutBack = !isMergedSet && sameJson(now, base) && fields.some((field) => overtaken.has(field))
    if (sameJson(now, base) && !wasPutBack) {
      Object.assign(taken, mine)
      continue
    }
    if (wasPutBack) Object.assign(lost, differing(mine, now))
    else if (isMergedSet && only !== undefined) {
      const merged = mergeSets(base[only], mine[only], now[only])
      if (!sameJson(merged, now[only])) taken[only] = merged
    } else {
      Object.assign(lost, differing(winner === 'mine' ? now : mine, winner === 'mine' ? mine : now))
      if (winner === 'mine') Object.assign(taken, mine)
    }
  }
  return { body: withFields(current, taken), taken, lost }
}

function differing(values: JsonObject, from: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([field, value]) => !sameJson(value, from[field])))
}

/** Whether a group is one field that is a set. */
function isSet(rules: CollectionRules, fields: readonly string[]): boolean {
  return fields.length === 1 && fields.every((field) => rules.sets.includes(field))
}

/** Whether each value can be read as a set's members. Anything else is no set, and collides as a value. */
function holdsMembers(values: JsonObject): boolean {
  return Object.values(values).every((value) => value === null || Array.isArray(value))
}

/**
 * Members that the op added or removed since its base are added to, or removed from, what is there now. Null where
 * nothing is left and nobody says that the set is there.
 */
function mergeSets(base: Json | undefined, mine: Json | undefined, now: Json | undefined): Json {
  const [before, wanted, current] = [members(base), members(mine), members(now)]
  const kept = current.filter((item) => contains(wanted, item) || !contains(before, item))
  const added = wanted.filter((item) => !contains(before, item) && !contains(kept, item))
  const merged = [...kept, ...added]
  return merged.length === 0 && mine === null ? null : merged
}

function members(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

function contains(list: Json[], item: Json): boolean {
  return list.some((candidate) => sameJson(candidate, item))
}
