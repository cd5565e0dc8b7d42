import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { saveDocument } from '../../src/app/data/save-document.ts'
import { tableOf } from '../../src/app/data/database.ts'
import type { JsonObject } from '../../src/domain/json.ts'
import type { CollectionName } from '../../src/domain/sync/op.ts'
import { protocolVersion } from '../../src/domain/sync/limits.ts'
import { schemas } from '../../src/domain/sync/validate-body.ts'
import { aDevice, closeDevices } from '../app/data/a-device.ts'
import { FakeServer } from '../app/data/fake-server.ts'
import { aDeviceId, aDocumentId, anOpId, aPersonId, aScopeId } from '../builders/an-id.ts'
import type { JsonSchema } from './at-least-as-wide.ts'
import { documentOf } from './document-of.ts'
import type { Release } from './record.ts'

/* What a phone that slept through six builds still holds, from the schemas that were recorded of its version. */

const releases = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.json'))
  // Written by record-release.ts.
  .map((name) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Release)

const cases = releases.flatMap((release) =>
  Object.entries(release.collections).map(
    // As zod writes it; a collection that was released is still there (released.test.ts).
    ([name, schema]) => [release, name as CollectionName, schema as JsonSchema] as const,
  ),
)

closeDevices()

/** Rules between fields are in no JSON Schema: what breaks one of those was never written. */
function wasWritten(collection: CollectionName, body: JsonObject): boolean {
  const issues = schemas[collection].safeParse(body).error?.issues ?? []
  const refused = issues.filter(({ code }) => code !== 'custom')
  expect(refused).toEqual([])
  return issues.length === 0
}

describe.each(cases)('what version $version wrote', (release, collection, schema) => {
  test(`I18 of ${collection}: it is taken, comes to a device of today, and an edit there leaves the rest as it was`, async () => {
    const [server, awa, scope] = [new FakeServer(), aPersonId(), aScopeId()]
    server.grant(awa, scope)
    const device = aDevice(server, awa, scope)
    const written = documentOf(schema).filter((document) => wasWritten(collection, document))
    const property = fc.asyncProperty(written, async (document) => {
      // Of a later version still, or of one's own making: whoever doesn't know it keeps it.
      const body = { ...document, fieldOfLater: 'gardé' }
      const id = aDocumentId()
      const op = { opId: anOpId(), scope, collection, id, kind: 'put', baseRev: 0, set: body, base: {} }
      const sender = { protocol: protocolVersion, epoch: server.epoch, deviceId: aDeviceId(), user: awa }
      const at = '2026-11-20T09:00:00+01:00'
      const { results } = server.push(awa, {
        ...sender,
        schema: release.schemaVersion,
        app: release.version,
        sentAt: at,
        queued: 1,
        ops: [{ ...op, at }],
      })
      expect(results).toMatchObject([{ status: 'applied' }])
      await device.settles()
      const row = await tableOf(device.db, collection).get([scope, id])
      expect(row?.body).toEqual(body)
      const edited = { ...body, fieldOfToday: 1 }
      await saveDocument(device.db, { scope, collection, id, body: edited }, device.tools)
      await device.settles()
      expect(server.document(scope, id)?.body).toEqual(edited)
    })
    await fc.assert(property, { numRuns: 40 })
  }, 60_000)
})
