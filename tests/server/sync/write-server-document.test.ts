import { expect, test } from 'vitest'
import { schemaVersion } from '../../../src/domain/sync/limits.ts'
import { inTransaction } from '../../../src/server/store/transaction.ts'
import {
  writeServerDocument,
  writeServerDocuments,
  type ServerDocument,
} from '../../../src/server/sync/write-server-document.ts'
import { aPlace } from '../../builders/a-place.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { describeEachStore } from '../each-store.ts'
import { aDevice, edit } from './a-device.ts'
import { counter, documentRow, documentRows, expectedDigest, historyRows } from './look-inside.ts'
import { aScope, aSyncWorld } from './sync-world.ts'

describeEachStore('what the server writes into a scope', (given) => {
  const at = '2025-03-02T09:30:00.000Z'
  const aDocument = (fields: Partial<ServerDocument> = {}): ServerDocument => ({
    collection: 'report',
    id: aDocumentId(),
    body: aReport(),
    by: aPersonId(),
    at,
    ...fields,
  })

  async function awaAtWork() {
    const world = aSyncWorld(given())
    const { scope, person } = await aScope(world)
    const writes = (...documents: ServerDocument[]) =>
      inTransaction(world.store, (tx) => writeServerDocuments(tx, scope, documents))
    return { world, scope, person, phone: aDevice(world, person), writes }
  }

  test('reaches the author’s devices as any other document', async () => {
    const { world, scope, phone } = await awaAtWork()
    const place = aDocument({ collection: 'place', body: aPlace() })
    await inTransaction(world.store, (tx) => writeServerDocument(tx, { scope, ...place }))
    const page = await phone.pull()
    expect(page.changes).toEqual([
      {
        scope,
        collection: 'place',
        id: place.id,
        rev: 1,
        seq: 1,
        state: 'live',
        schema: schemaVersion,
        body: aPlace(),
      },
    ])
    expect(page.grants[0]?.digest).toBe(await expectedDigest(world, scope))
    expect(await documentRow(world, scope, place.id)).toMatchObject({ edited_by: place.by, updated_at: at })
    expect(await historyRows(world, scope, place.id)).toEqual([
      {
        scope_id: scope,
        id: place.id,
        rev: 1,
        op_id: null,
        set_fields: aPlace(),
        state: 'live',
        by_user: place.by,
        device_id: null,
        at,
      },
    ])
  })

  test('is written again only where it changed', async () => {
    const { world, scope, writes } = await awaAtWork()
    const [same, changing] = [aDocument(), aDocument()]
    expect(await writes(same, changing)).toBe(2)
    expect(await writes(same, { ...changing, body: aReport({ minutes: 60 }) })).toBe(1)
    expect(await historyRows(world, scope, changing.id)).toMatchObject([
      { rev: 1, set_fields: aReport() },
      { rev: 2, set_fields: { minutes: 60 } },
    ])
    expect(await counter(world, scope)).toMatchObject({ seq: 3, digest: await expectedDigest(world, scope) })
  })

  test('I21 I27 never brings back what its author deleted or erased', async () => {
    const { world, scope, phone, writes } = await awaAtWork()
    const [deleted, erased] = [aDocument(), aDocument()]
    await writes(deleted, erased)
    await phone.push(edit(scope, deleted.id, { kind: 'delete' }), edit(scope, erased.id, { kind: 'erase' }))
    const changed = aReport({ minutes: 60 })
    expect(await writes({ ...deleted, body: changed }, { ...erased, body: changed })).toBe(0)
    expect((await documentRows(world, scope)).map(({ state }) => state)).toEqual(['deleted', 'erased'])
  })

  test('is merged with by a device’s edit', async () => {
    const { phone, scope, writes } = await awaAtWork()
    const report = aDocument()
    await writes(report)
    await writes({ ...report, body: aReport({ minutes: 60 }) })
    expect(
      await phone.push(edit(scope, report.id, { set: { notes: 'Vu' }, base: { notes: null } })),
    ).toMatchObject([{ status: 'merged', doc: { rev: 3, body: aReport({ minutes: 60, notes: 'Vu' }) } }])
  })

  test('I28 is refused, all of it, when one body is wrong', async () => {
    const { world, scope, writes } = await awaAtWork()
    await expect(writes(aDocument(), aDocument({ body: aReport({ minutes: 1 }) }))).rejects.toThrow(
      'wrong minutes',
    )
    await expect(
      inTransaction(world.store, (tx) => writeServerDocuments(tx, aScopeId(), [aDocument()])),
    ).rejects.toThrow('There is no scope')
    expect(await documentRows(world, scope)).toEqual([])
  })

  test('can be thousands at once, in order', async () => {
    const { world, scope, phone, writes } = await awaAtWork()
    await phone.push(anOp({ scope }))
    const documents = Array.from({ length: 2_500 }, () => aDocument())
    expect(await writes(...documents)).toBe(2_500)
    const rows = await documentRows(world, scope)
    expect(rows.slice(1).map(({ id }) => id)).toEqual(documents.map(({ id }) => id))
    expect(await counter(world, scope)).toMatchObject({
      seq: 2_501,
      digest: await expectedDigest(world, scope),
    })
  })
})
