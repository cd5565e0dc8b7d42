import { describe, expect, test } from 'vitest'
import { keepCurrent, partsOf, takeLost } from '../../../src/app/data/conflicts.ts'
import { deleteDocument } from '../../../src/app/data/save-document.ts'
import type { DocumentId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDevice, type TestDevice } from './a-device.ts'
import {
  awa,
  bodyOnServer,
  laptop,
  newWorldForEachTest,
  phone,
  scope,
  server,
  sharedReport,
} from './sync-world.ts'

newWorldForEachTest()

/** A report that phone and laptop changed at once; the laptop's values are shown. Both know of it. */
async function twoVersions(
  lost: JsonObject = { notes: 'téléphone' },
  shown: JsonObject = { notes: 'portable' },
): Promise<DocumentId> {
  const id = await sharedReport({ notes: 'base', autonomy: 'autonome' })
  await phone.edits(id, lost)
  await laptop.edits(id, shown)
  await phone.settles()
  await laptop.settles()
  await phone.settles()
  return id
}

async function conflictOf(device: TestDevice, id: DocumentId) {
  const [conflict] = (await device.report(id))?.conflicts ?? []
  if (!conflict) throw new Error('the device knows of no conflict')
  return conflict
}

async function marksOf(id: DocumentId) {
  return Promise.all([phone, laptop].map(async (device) => (await device.report(id))?.mark))
}

function onServer(id: DocumentId) {
  return server.scope(scope).conflicts.filter((conflict) => conflict.id === id)
}

describe('two versions', () => {
  test('I8b are known to every device of their author, a new one included', async () => {
    const id = await twoVersions()
    const tablet = aDevice(server, awa, scope)
    await tablet.settles()
    for (const device of [phone, laptop, tablet]) {
      expect(await device.report(id)).toMatchObject({
        mark: 'two-versions',
        report: { notes: 'portable' },
        conflicts: [{ kind: 'field', lost: { notes: 'téléphone' } }],
      })
    }
  })

  test('are one again on every device once the person kept the current one on any of them', async () => {
    const id = await twoVersions()
    const rev = server.document(scope, id)?.rev
    await keepCurrent(phone.db, (await conflictOf(phone, id)).id, phone.tools)
    await phone.settles()
    await laptop.settles()
    expect(await marksOf(id)).toEqual(['sent', 'sent'])
    expect(onServer(id)).toMatchObject([{ open: false, lost: { notes: 'téléphone' } }])
    expect([server.document(scope, id)?.rev, bodyOnServer(id)?.['notes']]).toEqual([rev, 'portable'])
  })

  test('are one again on every device once the person took the other one', async () => {
    const id = await twoVersions()
    await takeLost(phone.db, (await conflictOf(phone, id)).id, phone.tools)
    await phone.settles()
    await laptop.settles()
    expect(await marksOf(id)).toEqual(['sent', 'sent'])
    expect(bodyOnServer(id)?.['notes']).toBe('téléphone')
    expect((await laptop.row(id))?.body['notes']).toBe('téléphone')
  })

  test('may be taken in part: what goes together goes together', async () => {
    const id = await twoVersions(
      { notes: 'téléphone', minutes: 90, oriented: true, orientation: 'aide_sociale' },
      { notes: 'portable', minutes: 30, oriented: false },
    )
    const conflict = await conflictOf(laptop, id)
    expect(partsOf(conflict)).toEqual(
      expect.arrayContaining([['notes'], ['minutes'], expect.arrayContaining(['oriented', 'orientation'])]),
    )
    await takeLost(laptop.db, conflict.id, laptop.tools, ['minutes', 'oriented', 'orientation'])
    await laptop.settles()
    await phone.settles()
    expect(bodyOnServer(id)).toMatchObject({
      notes: 'portable',
      minutes: 90,
      oriented: true,
      orientation: 'aide_sociale',
    })
    expect(await marksOf(id)).toEqual(['sent', 'sent'])
  })

  test('settled on two devices at once are settled once, and nothing more happens', async () => {
    const id = await twoVersions()
    await keepCurrent(phone.db, (await conflictOf(phone, id)).id, phone.tools)
    await keepCurrent(laptop.db, (await conflictOf(laptop, id)).id, laptop.tools)
    await phone.settles()
    const { seq } = server.scope(scope)
    await laptop.settles()
    await phone.settles()
    expect(server.scope(scope).seq).toBe(seq)
    expect(await marksOf(id)).toEqual(['sent', 'sent'])
  })

  test('settled here do not come back with a page that was written before', async () => {
    const id = await twoVersions()
    await keepCurrent(phone.db, (await conflictOf(phone, id)).id, phone.tools)
    phone.transport.way = {
      refuse: (endpoint) =>
        endpoint === 'push' ? { ok: false, reason: 'refused', code: 'invalid-request' } : undefined,
    }
    await phone.db.cursor.toCollection().modify({ since: 0 })
    await phone.syncs()
    expect((await phone.report(id))?.conflicts).toEqual([])
    phone.transport.way = {}
  })

  test('I20 a settlement joins the edit that waits, and an edit the settlement that waits', async () => {
    const id = await twoVersions()
    await phone.edits(id, { minutes: 90 })
    const conflict = await conflictOf(phone, id)
    await keepCurrent(phone.db, conflict.id, phone.tools)
    expect(await phone.queue()).toMatchObject([{ set: { minutes: 90 }, resolves: [conflict.id] }])
    await laptop.settles()
    await keepCurrent(laptop.db, conflict.id, laptop.tools)
    await laptop.edits(id, { autonomy: null })
    expect(await laptop.queue()).toMatchObject([{ set: { autonomy: null }, resolves: [conflict.id] }])
  })

  test('I21 a settlement does not bring back what another device deleted', async () => {
    const id = await twoVersions()
    await keepCurrent(phone.db, (await conflictOf(phone, id)).id, phone.tools)
    await deleteDocument(laptop.db, { collection: 'report', id }, laptop.tools)
    await laptop.settles()
    await phone.settles()
    expect(server.document(scope, id)?.state).toBe('deleted')
    expect(await phone.report(id)).toBeUndefined()
    expect([await phone.queue(), await phone.db.conflict.count()]).toEqual([[], 0])
  })

  test('a delete that lost and is asked for again settles its own conflict', async () => {
    const id = await sharedReport()
    await phone.edits(id, { notes: 'important' })
    await laptop.deletes(id)
    await phone.settles()
    await laptop.settles()
    await takeLost(laptop.db, (await conflictOf(laptop, id)).id, laptop.tools)
    await laptop.settles()
    await phone.settles()
    expect(onServer(id)).toMatchObject([{ open: false }])
    expect([await phone.report(id), await laptop.report(id)]).toEqual([undefined, undefined])
  })

  test('a choice that the server refuses leaves them open there, and its correction settles them', async () => {
    const id = await twoVersions(
      { notes: 'téléphone', date: '2026-11-21' },
      { notes: 'portable', date: '2026-11-22' },
    )
    const conflict = await conflictOf(laptop, id)
    await laptop.db.conflict.update(conflict.id, { lost: { notes: 'x'.repeat(5001) } })
    await takeLost(laptop.db, conflict.id, laptop.tools)
    await laptop.settles()
    expect((await laptop.report(id))?.mark).toBe('to-correct')
    expect(onServer(id)).toMatchObject([{ open: true }])
    await laptop.edits(id, { notes: 'corrigée' })
    await laptop.settles()
    await phone.settles()
    expect(onServer(id)).toMatchObject([{ open: false }])
    expect(await marksOf(id)).toEqual(['sent', 'sent'])
  })

  test('I23 settled after a backup are settled again once it is restored', async () => {
    const id = await twoVersions()
    const backup = server.backup()
    await keepCurrent(phone.db, (await conflictOf(phone, id)).id, phone.tools)
    await phone.settles()
    server.restore(backup)
    await phone.settles()
    await laptop.settles()
    expect(onServer(id)).toMatchObject([{ open: false }])
    expect(await marksOf(id)).toEqual(['sent', 'sent'])
  })

  test('with a server that knows nothing of settlements: the choice counts on this device, and nothing is sent twice', async () => {
    server.knowsResolves = false
    const id = await twoVersions()
    const rev = server.document(scope, id)?.rev
    await keepCurrent(laptop.db, (await conflictOf(laptop, id)).id, laptop.tools)
    await laptop.settles()
    await phone.settles()
    expect(await marksOf(id)).toEqual(['sent', 'sent'])
    expect([server.document(scope, id)?.rev, await laptop.queue()]).toEqual([rev, []])
    expect(bodyOnServer(id)).toEqual(aReport({ notes: 'portable', autonomy: 'autonome' }))
  })
})
