import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'

/** A value that survives JSON: what travels in ops and documents. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export type JsonObject = Record<string, Json>

/** How many objects and lists may stand inside one another: far more than any document needs. */
export const maxJsonDepth = 32

/**
 * An object by field, with values that can be stored as they are. Cheaper than zod's own recursive schema, on a phone
 * that reads a page of five hundred documents.
 */
export const jsonObjectSchema = z.record(z.string(), z.custom<Json>(isStorable))

/**
 * Whether a value can be stored and read back the same: JSON, not too deep, and texts without the two things that
 * PostgreSQL's jsonb refuses (the NUL character, half of a surrogate pair). No recursion: a hostile depth is a value
 * like another.
 */
export function isStorable(value: unknown): value is Json {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxJsonDepth || !level.every(isStorableAlone)) return false
    level = level.flatMap(contentsOf)
  }
  return true
}

function isStorableAlone(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value)
  if (typeof value === 'object' && value !== null) return Object.keys(value).every(isStorableText)
  return value === null || typeof value === 'boolean' || Number.isFinite(value)
}

/** In the pattern's unicode mode only a half without its other half is a surrogate. */
function isStorableText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text)
}

function contentsOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

/** Bytes that a value takes as JSON, in UTF-8. */
export function jsonBytes(value: Json): number {
  return utf8ToBytes(JSON.stringify(value)).length
}

/**
 * Whether two JSON values say the same. The order of an object's keys doesn't count (PostgreSQL's jsonb reorders
 * them); the order of an array does. An absent value and null are the same.
 */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (a == null || b == null) return a == null && b == null
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  }
  if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(b)) return false
  return sameKeys(a, b)
}

/** The value of an object's own field: what every object inherits (`constructor`…) is nobody's field. */
export function valueAt(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function sameKeys(a: JsonObject, b: JsonObject): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => sameJson(valueAt(a, key), valueAt(b, key)))
}
