import type { Json, JsonObject } from '../json.ts'

/** A field with its value; nothing where there is none. */
export type Field = readonly [field: string, value: Json | undefined]

/** An object of the fields that have a value. */
export function objectOf(fields: readonly Field[]): JsonObject {
  return Object.fromEntries(fields.filter((field): field is [string, Json] => field[1] !== undefined))
}

/** A cell's text; nothing where it is empty. */
export function textOf(cell: string | undefined): string | undefined {
  return cell === undefined || cell === '' ? undefined : cell
}

/** A list; nothing where it is empty. */
export function listOf<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined
}
