import type { JsonObject } from '../../src/domain/json.ts'

/** The body of a valid place of activity, with the fields that the test is about. */
export function aPlace(fields: JsonObject = {}): JsonObject {
  return { name: 'Médiathèque de Saint-Girons', commune: '09261', ...fields }
}
