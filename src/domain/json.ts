/** A value that survives JSON: what travels in ops and documents. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export type JsonObject = Record<string, Json>

/**
 * Whether two JSON values say the same. The order of an object's keys doesn't count (PostgreSQL's jsonb reorders
 * them); the order of an array does.
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

function sameKeys(a: JsonObject, b: JsonObject): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => sameJson(a[key], b[key]))
}
