import type { JsonObject } from '../../src/domain/json.ts'
import { aUuid } from './an-id.ts'

const said = { day: '2026-11-20', at: '2026-11-20T09:00:00.000Z' }

/** What an advisor says of their kit, as a document's body: that they received a thing, unless said. */
export function aKitConfirmation(fields: JsonObject = {}): JsonObject {
  return { about: 'kit', kind: 'received', item: aUuid(), ...said, ...fields }
}

/** What an advisor says of an event of the community: that they go, unless said. */
export function anEventConfirmation(fields: JsonObject = {}): JsonObject {
  return { about: 'event', kind: 'going', event: aUuid(), ...said, ...fields }
}
