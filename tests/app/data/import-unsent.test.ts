import { describe, expect, test } from 'vitest'
import { saveDraft } from '../../../src/app/data/drafts.ts'
import { importUnsent } from '../../../src/app/data/import-unsent.ts'
import { exportUnsent } from '../../../src/app/data/orphans.ts'
import { readSyncStatus } from '../../../src/app/data/sync-status.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aDevice, type TestDevice } from './a-device.ts'
import { awa, bodyOnServer, laptop, newWorldForEachTest, phone, scope, server } from './sync-world.ts'

newWorldForEachTest()

describe('what a device could not send', () => {
  test('I1 reaches the server from another one, in the order in which it was saved', async () => {
    const [first, second] = [await phone.files({ notes: 'un' }), await phone.files({ notes: 'deux' })]
    await laptop.settles()
    expect(await importUnsent(laptop.db, await exportUnsent(phone.db))).toEqual({
      ok: true,
      added: 2,
      drafts: 0,
    })
    expect((await laptop.queue()).map(({ id }) => id)).toEqual([first, second])
    expect((await laptop.report(first))?.mark).toBe('on-device')
    await laptop.settles()
    expect(bodyOnServer(first)?.['notes']).toBe('un')
    expect(bodyOnServer(second)?.['notes']).toBe('deux')
  })

  test('I4 is on the server once, when the first device sends it after all', async () => {
    const id = await phone.files({ notes: 'un' })
    const text = await exportUnsent(phone.db)
    await phone.edits(id, { notes: 'un, corrigé après l’export' })
    await importUnsent(laptop.db, text)
    await laptop.settles()
    await phone.settles()
    await laptop.settles()
    const history = server.scope(scope).history.map(({ opId }) => opId)
    expect(new Set(history).size).toBe(history.length)
    expect(bodyOnServer(id)?.['notes']).toBe('un, corrigé après l’export')
    expect((await laptop.report(id))?.report.notes).toBe('un, corrigé après l’export')
    expect(await readSyncStatus(laptop.db)).toMatchObject({ pending: 0, toCorrect: 0 })
  })

  test('I4 the same file twice adds nothing, waiting or sent', async () => {
    await phone.files()
    const text = await exportUnsent(phone.db)
    await importUnsent(laptop.db, text)
    const nothing = { ok: true, added: 0, drafts: 0 }
    expect(await importUnsent(laptop.db, text)).toEqual(nothing)
    await laptop.settles()
    expect(await importUnsent(laptop.db, text)).toEqual(nothing)
    expect(await importUnsent(phone.db, text)).toEqual(nothing)
    expect(await laptop.queue()).toEqual([])
  })

  test('an edit of a report that the other device has meets it there, and one that it hasn’t waits for it', async () => {
    const id = await phone.files({ notes: 'avant', minutes: 30 })
    await phone.settles()
    await phone.edits(id, { minutes: 60 })
    const text = await exportUnsent(phone.db)
    const fresh = aDevice(server, awa, scope)
    await laptop.settles()
    for (const device of [laptop, fresh]) {
      await importUnsent(device.db, text)
      await device.settles()
      expect((await device.report(id))?.report).toMatchObject({ notes: 'avant', minutes: 60 })
    }
    expect(bodyOnServer(id)).toMatchObject({ notes: 'avant', minutes: 60 })
  })

  test('what was refused is to correct there too, and orphans wait for their scope', async () => {
    const refused = await phone.files()
    await phone.db.outbox.toCollection().modify((op) => {
      Object.assign(op, { rejected: { code: 'invalid', message: 'À corriger.' } })
    })
    const orphan = await phone.files({}, aDocumentId(), aScopeId())
    await phone.db.orphan.bulkPut((await phone.queue()).filter(({ id }) => id === orphan))
    await importUnsent(laptop.db, await exportUnsent(phone.db))
    expect((await laptop.report(refused))?.mark).toBe('to-correct')
    await laptop.settles()
    expect(await readSyncStatus(laptop.db)).toMatchObject({ toCorrect: 1, orphans: 1 })
  })

  test('drafts come along, and never over one that was changed later', async () => {
    const id = aDocumentId()
    const draft = {
      id,
      scope,
      kind: 'report' as const,
      values: { notes: 'tapé' },
      editing: false,
      updatedAt: 2,
    }
    await saveDraft(phone.db, draft)
    await saveDraft(laptop.db, { ...draft, values: { notes: 'plus ancien' }, updatedAt: 1 })
    const text = await exportUnsent(phone.db)
    expect(await importUnsent(laptop.db, text)).toEqual({ ok: true, added: 0, drafts: 1 })
    expect(await laptop.db.draft.get(id)).toEqual(draft)
    await saveDraft(laptop.db, { ...draft, values: { notes: 'plus récent' }, updatedAt: 3 })
    expect(await importUnsent(laptop.db, text)).toEqual({ ok: true, added: 0, drafts: 0 })
    expect((await laptop.db.draft.get(id))?.values).toEqual({ notes: 'plus récent' })
  })

  test('I27 nothing of a report that was erased for good comes back', async () => {
    const id = await phone.files()
    await phone.settles()
    await laptop.settles()
    await phone.edits(id, { notes: 'encore là' })
    const text = await exportUnsent(phone.db)
    const row = await laptop.row(id)
    await laptop.db.report.put({ ...defined(row), state: 'erased', body: {}, server: erased(row) })
    expect(await importUnsent(laptop.db, text)).toEqual({ ok: true, added: 0, drafts: 0 })
    expect(JSON.stringify(await laptop.db.report.toArray())).not.toContain('encore là')
  })
})

describe('a file that can’t be taken leaves the device as it was', () => {
  test.each([
    ['not even text of a file', 'bonjour', 'unreadable'],
    ['another program’s JSON', '{"reports":[]}', 'unreadable'],
    ['an empty file', '', 'unreadable'],
  ])('%s', async (_name, text, reason) => {
    expect(await importUnsent(laptop.db, text)).toEqual({ ok: false, reason })
  })

  test('one op of it that is damaged', async () => {
    await phone.files()
    await phone.files()
    const file = await exported()
    file.waiting[1] = { ...file.waiting[1], kind: 'steal' }
    expect(await importUnsent(laptop.db, JSON.stringify(file))).toEqual({ ok: false, reason: 'unreadable' })
    expect(await laptop.queue()).toEqual([])
  })

  test('I16 another person’s', async () => {
    await phone.files()
    const bruno = aDevice(server, aPersonId(), aScopeId())
    const text = await exportUnsent(phone.db)
    expect(await importUnsent(bruno.db, text)).toEqual({ ok: false, reason: 'other-person' })
    expect(await bruno.queue()).toEqual([])
  })

  test('one of a version to come', async () => {
    const file = { ...(await exported()), version: 2 }
    expect(await importUnsent(laptop.db, JSON.stringify(file))).toEqual({ ok: false, reason: 'newer' })
  })
})

interface ExportedFile {
  waiting: Record<string, unknown>[]
}

async function exported(): Promise<ExportedFile> {
  // Written by exportUnsent: the parts that a test damages are these.
  return JSON.parse(await exportUnsent(phone.db)) as ExportedFile
}

function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the test expects a row')
  return value
}

function erased(row: Awaited<ReturnType<TestDevice['row']>>) {
  const { server: told } = defined(row)
  return told && { ...told, state: 'erased' as const }
}
