import { Dexie } from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import type { CoopDatabase } from '../../../src/app/data/database.ts'
import { readDraft, saveDraft } from '../../../src/app/data/drafts.ts'
import { addPlace, placesOfScope } from '../../../src/app/data/places.ts'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import { readSyncStatus } from '../../../src/app/data/sync-status.ts'
import type { DocumentId } from '../../../src/domain/ids.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'
import { newWorldForEachTest, phone, scope, sharedReport } from './sync-world.ts'

newWorldForEachTest()

const tables = ['report', 'outbox', 'draft'] as const

function aDraft(id: DocumentId) {
  return { id, scope, kind: 'report' as const, values: { minutes: '45' }, editing: false, updatedAt: 1 }
}

/** Makes the next write to a table fail, as a browser does that is being killed or is full. */
function failAt(db: CoopDatabase, name: (typeof tables)[number], error: Error): void {
  const table = db.table(name)
  const fail = () => {
    table.hook('creating').unsubscribe(fail)
    table.hook('deleting').unsubscribe(fail)
    table.hook('updating').unsubscribe(fail)
    throw error
  }
  table.hook('creating', fail)
  table.hook('deleting', fail)
  table.hook('updating', fail)
}

const everything = async (db: CoopDatabase) => Promise.all(tables.map((name) => db.table(name).toArray()))

describe('a save', () => {
  test.each(tables)('I1 that fails in %s leaves everything as it was, draft included', async (name) => {
    const id = aDocumentId()
    await saveDraft(phone.db, aDraft(id))
    const before = await everything(phone.db)
    failAt(phone.db, name, new Error('the browser dies'))
    const save = saveDocument(phone.db, { scope, collection: 'report', id, body: aReport(), draftId: id })
    await expect(save).rejects.toThrow('the browser dies')
    expect(await everything(phone.db)).toEqual(before)
  })

  test('I1 is on the device when it resolves: another connection reads the report and its op', async () => {
    const id = await phone.files({ notes: 'gardé' })
    const other = await new Dexie(phone.db.name).open()
    expect(await other.table('report').get([scope, id])).toMatchObject({ pending: 1, state: 'live' })
    expect(await other.table('outbox').toArray()).toMatchObject([{ id, kind: 'put', frozen: false }])
    other.close()
  })

  test('P14 is written with strict durability', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await phone.files()
    const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite')
    asked.mockRestore()
    expect(writes.length).toBeGreaterThan(0)
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' })
  })

  test('I26 takes the draft away in the same transaction', async () => {
    const id = aDocumentId()
    await saveDraft(phone.db, aDraft(id))
    await saveDocument(phone.db, { scope, collection: 'report', id, body: aReport(), draftId: id })
    expect(await readDraft(phone.db, id)).toBeUndefined()
  })

  test('that changes nothing sends nothing', async () => {
    const id = await sharedReport()
    await phone.edits(id, {})
    expect(await phone.queue()).toEqual([])
    expect((await phone.report(id))?.mark).toBe('sent')
  })

  test('sends whole groups, and null for what is no longer there', async () => {
    const id = await sharedReport({ oriented: true, orientation: 'autre' })
    await phone.edits(id, { oriented: false, orientation: null })
    expect(await phone.queue()).toMatchObject([
      { set: { oriented: false, orientation: null }, base: { oriented: true, orientation: 'autre' } },
    ])
  })

  test('tells whoever listens, once it is on the disk', async () => {
    const heard = vi.fn<() => void>()
    const stop = phone.db.onSave(heard)
    await phone.files()
    stop()
    await phone.files()
    expect(heard).toHaveBeenCalledTimes(1)
  })
})

describe('a full storage (P16)', () => {
  const full = () => Object.assign(new Error('full'), { name: 'QuotaExceededError' })

  test('I1 makes room from the sent log, never from the outbox or a draft', async () => {
    await sharedReport()
    await sharedReport()
    const unsent = await phone.files()
    await saveDraft(phone.db, aDraft(aDocumentId()))
    failAt(phone.db, 'report', full())
    const id = await phone.files()
    expect((await phone.report(id))?.mark).toBe('on-device')
    expect((await phone.queue()).map((op) => op.id)).toEqual([unsent, id])
    expect(await phone.db.sent.count()).toBe(1)
    expect(await phone.db.draft.count()).toBe(1)
  })

  test('is said when there is no room to make', async () => {
    failAt(phone.db, 'report', full())
    await expect(phone.files()).rejects.toThrow('full')
    expect(await phone.queue()).toEqual([])
  })
})

describe('what is counted', () => {
  test('I25 the badge is what the outbox holds, at every read', async () => {
    const id = await phone.files()
    await phone.files({ date: '2019-01-01' })
    expect(await readSyncStatus(phone.db)).toMatchObject({ pending: 2, toCorrect: 0 })
    await phone.settles()
    expect(await readSyncStatus(phone.db)).toMatchObject({ pending: 0, toCorrect: 1 })
    await phone.edits(id, { notes: 'un' })
    await phone.edits(id, { notes: 'deux' })
    expect(await readSyncStatus(phone.db)).toMatchObject({ pending: 1, toCorrect: 1 })
  })
})

describe('places', () => {
  test('a place that is added is there by name, and is sent as a document of its own', async () => {
    await addPlace(phone.db, scope, { name: 'Médiathèque', commune: '09261' })
    await addPlace(phone.db, scope, { name: 'Espace France services', commune: '09261' })
    expect((await placesOfScope(phone.db, scope)).map(({ name }) => name)).toEqual([
      'Espace France services',
      'Médiathèque',
    ])
    await phone.settles()
    expect(await phone.queue()).toEqual([])
    expect(await phone.db.place.toArray()).toMatchObject([{ pending: 0 }, { pending: 0 }])
  })

  test('a place without a name is not added', async () => {
    await expect(addPlace(phone.db, scope, { name: ' ', commune: '09261' })).rejects.toThrow('Donnez un nom')
    expect(await phone.queue()).toEqual([])
  })
})
