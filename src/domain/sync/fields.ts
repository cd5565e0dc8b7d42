import { sameJson, valueAt, type JsonObject } from '../json.ts'
import type { CollectionRules } from './collections.ts'

/** The fields that belong with `field`, itself among them (sync.md 3.1, group). */
export function groupOf(rules: CollectionRules, field: string): readonly string[] {
  return rules.groups.find((group) => group.includes(field)) ?? [field]
}

/** Fields by the groups that they are of: a field that is alone first, then each group with those of its fields. */
export function groupsOf(rules: CollectionRules, fields: readonly string[]): string[][] {
  const groups = new Map<readonly string[], string[]>()
  const alone: string[][] = []
  for (const field of fields) {
    const group = groupOf(rules, field)
    if (group.length === 1) alone.push([field])
    else groups.set(group, [...(groups.get(group) ?? []), field])
  }
  return [...alone, ...groups.values()]
}

/**
 * What a save changed: every field of each group in which something differs, with the value before and after.
 * An absent field is null in both.
 */
export function changedFields(rules: CollectionRules, before: JsonObject, after: JsonObject): FieldChange {
  const change: FieldChange = { set: {}, base: {} }
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (sameJson(valueAt(before, field), valueAt(after, field))) continue
    const group = groupOf(rules, field)
    Object.assign(change.set, pick(after, group))
    Object.assign(change.base, pick(before, group))
  }
  return change
}

export interface FieldChange {
  set: JsonObject
  base: JsonObject
}

/** Some fields of a body: an absent one is null. */
export function pick(from: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(fields.map((field) => [field, valueAt(from, field) ?? null]))
}

/** A body with fields overlaid: null takes a field away. */
export function withFields(body: JsonObject, set: JsonObject): JsonObject {
  const merged = { ...body, ...set }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
}
