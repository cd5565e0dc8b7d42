import type { JsonObject } from '../../../../domain/json.ts'
import { parseNumber } from '../../../ui/format/number.ts'
import type { Counts } from '../form-values.ts'

/** A number as typed: null where nothing is, NaN where it isn't a number. */
export function typedCount(text: string): number | null {
  if (text.trim() === '') return null
  return parseNumber(text) ?? Number.NaN
}

/** A whole number to compute with: 0 where nothing is typed, or nothing that is a number. */
export function countOf(text: string): number {
  const count = typedCount(text) ?? 0
  return Number.isInteger(count) ? count : 0
}

export function sumOfCounts(counts: Counts): number {
  return Object.values(counts).reduce((sum, text) => sum + countOf(text), 0)
}

/** What is known of a family; null where nothing is. */
export function marginOf(counts: Counts): JsonObject | null {
  const known = Object.entries(counts).flatMap(([code, text]) => {
    const count = typedCount(text)
    return count === null || count === 0 ? [] : [[code, count] as const]
  })
  return known.length === 0 ? null : Object.fromEntries(known)
}

export function textsOf(margin: Readonly<Record<string, unknown>> | undefined): Counts {
  return Object.fromEntries(Object.entries(margin ?? {}).map(([code, count]) => [code, String(count)]))
}
