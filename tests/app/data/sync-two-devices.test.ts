import { describe, expect, test } from 'vitest'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { keepCurrent, takeLost } from '../../../src/app/data/conflicts.ts'
import {
  bodyOnServer,
  laptop,
  newWorldForEachTest,
  phone,
  scope,
  server,
  sharedReport,
} from './sync-world.ts'

newWorldForEachTest()

describe('two devices', () => {
  test('I9 edits of different fields on both meet', async () => {
    const id = await sharedReport()
    await phone.edits(id, { minutes: 90 })
    await laptop.edits(id, { notes: 'vu' })
    await phone.settles()
    await laptop.settles()
    await phone.settles()
    for (const device of [phone, laptop]) {
      expect((await device.row(id))?.body).toEqual(aReport({ minutes: 90, notes: 'vu' }))
      expect((await device.report(id))?.mark).toBe('sent')
    }
  })

  test('I8b the same field edited on both: one is shown, the other is kept and can be had back in one gesture', async () => {
    const id = await sharedReport({ notes: 'base' })
    await phone.edits(id, { notes: 'téléphone' })
    await laptop.edits(id, { notes: 'portable' })
    await phone.settles()
    await laptop.settles()
    const shown = await laptop.report(id)
    expect(shown).toMatchObject({ mark: 'two-versions', report: { notes: 'portable' } })
    expect(shown?.conflicts).toMatchObject([{ kind: 'field', lost: { notes: 'téléphone' } }])
    await takeLost(laptop.db, shown?.conflicts[0]?.id ?? '', laptop.tools)
    expect((await laptop.report(id))?.mark).toBe('on-device')
    await laptop.settles()
    await phone.settles()
    expect((await phone.row(id))?.body['notes']).toBe('téléphone')
    expect((await laptop.report(id))?.mark).toBe('sent')
  })

  test('I8b what arrives under an open form is not undone by its save, and the same field keeps both values', async () => {
    const id = await sharedReport({ notes: 'base' })
    const before = aReport({ notes: 'base' })
    await phone.edits(id, { minutes: 90, notes: 'téléphone' })
    await phone.settles()
    await laptop.settles()
    const body = aReport({ notes: 'portable' })
    await saveDocument(laptop.db, { scope, collection: 'report', id, body, before }, laptop.tools)
    await laptop.settles()
    expect(bodyOnServer(id)).toEqual(aReport({ minutes: 90, notes: 'portable' }))
    expect((await laptop.report(id))?.conflicts).toMatchObject([{ lost: { notes: 'téléphone' } }])
  })

  test('two versions stay two until the person says that the one shown is right', async () => {
    const id = await sharedReport({ notes: 'base' })
    await phone.edits(id, { notes: 'téléphone' })
    await laptop.edits(id, { notes: 'portable' })
    await phone.settles()
    await laptop.settles()
    await laptop.settles()
    const conflict = (await laptop.report(id))?.conflicts[0]
    expect((await laptop.report(id))?.mark).toBe('two-versions')
    await keepCurrent(laptop.db, conflict?.id ?? '', laptop.tools)
    expect(await laptop.report(id)).toMatchObject({ mark: 'on-device', report: { notes: 'portable' } })
    await laptop.settles()
    expect(await laptop.report(id)).toMatchObject({ mark: 'sent', report: { notes: 'portable' } })
    expect(server.document(scope, id)?.rev).toBe(3)
  })

  test('I21 a delete loses against an edit that its author had not seen, and can be asked for again', async () => {
    const id = await sharedReport()
    await phone.edits(id, { notes: 'important' })
    await laptop.deletes(id)
    await phone.settles()
    await laptop.settles()
    const shown = await laptop.report(id)
    expect(shown).toMatchObject({ mark: 'two-versions', conflicts: [{ kind: 'delete-vs-edit' }] })
    await takeLost(laptop.db, shown?.conflicts[0]?.id ?? '', laptop.tools)
    await laptop.settles()
    expect(server.document(scope, id)?.state).toBe('deleted')
  })

  test('a tombstone that arrives over a pending edit leaves the report whole, and the edit revives it', async () => {
    const id = await sharedReport({ notes: 'avant' })
    await phone.edits(id, { minutes: 90 })
    phone.transport.way = {
      refuse: (endpoint) => (endpoint === 'push' ? { ok: false, reason: 'wait' } : undefined),
    }
    await laptop.deletes(id)
    await laptop.settles()
    await phone.syncs()
    // Only the pull of another program of this device gets through: the push still waits.
    phone.transport.way = {}
    const [, outcome] = await Promise.all([phone.syncs(), phone.syncs()])
    expect(outcome.kind).toBe('done')
    await phone.settles()
    await laptop.settles()
    expect((await laptop.row(id))?.body).toEqual(aReport({ notes: 'avant', minutes: 90 }))
  })

  test('I22 a patch on a report that the server has lost sends the whole report', async () => {
    const id = await sharedReport({ notes: 'tout' })
    await laptop.edits(id, { minutes: 90 })
    await phone.deletes(id)
    await phone.settles()
    server.purge(scope)
    await laptop.settles()
    expect(bodyOnServer(id)).toEqual(aReport({ notes: 'tout', minutes: 90 }))
    expect(server.document(scope, id)?.rev).toBe(1)
    expect(await laptop.queue()).toEqual([])
    expect((await laptop.report(id))?.mark).toBe('sent')
  })

  test('I22 a patch then a delete of a report that the server has lost leave it deleted', async () => {
    const id = await sharedReport({ notes: 'tout' })
    laptop.transport.way = { refuse: () => ({ ok: false, reason: 'offline' }) }
    await laptop.edits(id, { minutes: 90 })
    await laptop.syncs()
    await laptop.deletes(id)
    await phone.deletes(id)
    await phone.settles()
    server.purge(scope)
    laptop.transport.way = {}
    await laptop.settles()
    expect(server.document(scope, id)?.state).toBe('deleted')
    expect(await laptop.report(id)).toBeUndefined()
  })
})
