import * as fc from 'fast-check'
import type { Json, JsonObject } from '../../src/domain/json.ts'
import type { JsonSchema } from './at-least-as-wide.ts'

/** Documents as a released version may have written them, from the JSON Schema that was recorded of it. */
export function documentOf(schema: JsonSchema): fc.Arbitrary<JsonObject> {
  return valueOf(schema).filter(
    (value): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value),
  )
}

function valueOf(schema: JsonSchema): fc.Arbitrary<Json> {
  const alternatives = schema.oneOf ?? schema.anyOf
  if (alternatives) return fc.oneof(...alternatives.map(valueOf))
  // Codes are texts, numbers or booleans.
  if (schema.const !== undefined) return fc.constant(schema.const as Json)
  if (schema.enum) return fc.constantFrom(...(schema.enum as Json[]))
  switch (schema.type) {
    case 'object':
      return objectOf(schema)
    case 'array':
      return fc.uniqueArray(valueOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5),
        selector: (item) => JSON.stringify(item),
      })
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 10_000) })
    case 'number':
      // As written by hand: a few places after the point, and no zero below zero.
      return fc
        .integer({ min: (schema.minimum ?? 0) * 100, max: (schema.maximum ?? 1000) * 100 })
        .map(hundredths)
    case 'boolean':
      return fc.boolean()
    case 'string':
      return textOf(schema)
    case undefined:
      return fc.string()
    default:
      throw new Error(`A recorded schema has values of type ${schema.type}, which nothing makes here`)
  }
}

function objectOf({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<JsonObject> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, valueOf(of)]))
  return fc.record(fields, { requiredKeys: [...required] })
}

const firstDay = Date.parse('2025-01-06')
const aMoment = fc.integer({ min: 0, max: 680 }).map((days) => new Date(firstDay + days * 86_400_000))

function hundredths(count: number): number {
  return count / 100
}

/** What is written by hand has no blank at its ends; days are of the last two years, since contracts are. */
function textOf({ format, pattern, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 7 })
  if (format === 'date-time') return aMoment.map((moment) => moment.toISOString())
  if (pattern?.includes('[12]\\d|3[01]')) return aMoment.map((moment) => moment.toISOString().slice(0, 10))
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc
    .string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) })
    .map((text) => text.trim())
    .filter((text) => text.length >= minLength && text.length <= maxLength)
}
