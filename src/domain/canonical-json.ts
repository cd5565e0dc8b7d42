import type { Json } from './json.ts'

/**
 * The one text of a value, whatever the order of an object's keys (RFC 8785). JSON.stringify writes strings and numbers
 * as the RFC asks, which took them from JavaScript; what is left is the order of keys, by UTF-16 units, which is how
 * JavaScript compares texts. Halves of surrogate pairs, which the RFC refuses, can't be stored (`isStorable`).
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join()}}`
}
