import { liveQuery } from 'dexie'
import { expect, test, vi } from 'vitest'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import type { ImportedDocument } from '../../../src/app/data/import-part.ts'
import {
  beginImport,
  closeImport,
  continueImport,
  importState,
  takeBackImport,
} from '../../../src/app/data/imports.ts'
import { deleteDocument, saveDocument } from '../../../src/app/data/save-document.ts'
import { readSyncStatus } from '../../../src/app/data/sync-status.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'

const scope = aScopeId()
let devices = 0

async function onDevice(use: (db: CoopDatabase) => Promise<void>): Promise<void> {
  devices += 1
  const db = openDatabase(aPersonId(), `imports-${devices}`)
  await use(db)
  await db.delete()
}

function documents(count: number): ImportedDocument[] {
  return Array.from({ length: count }, () => ({
    scope,
    collection: 'report' as const,
    id: aDocumentId(),
    body: aReport({ imported: true }),
  }))
}

/** Goes on until so many documents are done, as a page that is closed in the middle. */
async function stopsAfter(db: CoopDatabase, most: number): Promise<void> {
  const page = new AbortController()
  let done = 0
  await continueImport(db, {
    signal: page.signal,
    onProgress: (count) => {
      done += count
      if (done >= most) page.abort()
    },
  })
}

const toTheEnd = { signal: new AbortController().signal, onProgress: () => undefined }

test('I1 an import closed in the middle goes on where it was: nothing is lost, nothing doubled', async () => {
  await onDevice(async (db) => {
    const file = documents(230)
    await beginImport(db, file, 50)
    await stopsAfter(db, 100)
    expect(await importState(db)).toEqual({ total: 230, done: 100, brought: 100 })
    await continueImport(db, toTheEnd)
    expect(await importState(db)).toEqual({ total: 230, done: 230, brought: 230 })
    expect(new Set((await db.outbox.toArray()).map(({ id }) => id))).toEqual(
      new Set(file.map(({ id }) => id)),
    )
    expect(await db.outbox.count()).toBe(230)
  })
})

test('I1 two tabs that go on at the same time bring each document once', async () => {
  await onDevice(async (db) => {
    await beginImport(db, documents(150), 50)
    await Promise.all([continueImport(db, toTheEnd), continueImport(db, toTheEnd)])
    expect(await db.outbox.count()).toBe(150)
    expect(await db.report.count()).toBe(150)
  })
})

test('what is there already stays as it is, and what was deleted comes back', async () => {
  await onDevice(async (db) => {
    const [kept, deleted, fresh] = documents(3)
    if (!kept || !deleted || !fresh) throw new Error('three were made')
    await saveDocument(db, { ...kept, body: aReport({ minutes: 90 }) })
    await saveDocument(db, deleted)
    await deleteDocument(db, { collection: 'report', id: deleted.id })
    await beginImport(db, [kept, deleted, fresh], 50)
    await continueImport(db, toTheEnd)
    expect((await db.report.get([scope, kept.id]))?.body['minutes']).toBe(90)
    expect((await db.report.get([scope, deleted.id]))?.state).toBe('live')
    expect(await importState(db)).toEqual({ total: 3, done: 3, brought: 2 })
  })
})

test('what was brought in can be taken away again, and only that', async () => {
  await onDevice(async (db) => {
    const [kept, ...others] = documents(120)
    if (!kept) throw new Error('some were made')
    await saveDocument(db, kept)
    await beginImport(db, [kept, ...others], 50)
    await stopsAfter(db, 100)
    await takeBackImport(db, () => undefined)
    const live = await db.report.filter(({ state }) => state === 'live').toArray()
    expect(live.map(({ id }) => id)).toEqual([kept.id])
    expect((await db.outbox.toArray()).map(({ id }) => id)).toEqual([kept.id])
    expect(await importState(db)).toBeUndefined()
  })
})

test('a closed import leaves what it brought', async () => {
  await onDevice(async (db) => {
    await beginImport(db, documents(3), 50)
    await continueImport(db, toTheEnd)
    await closeImport(db)
    expect(await importState(db)).toBeUndefined()
    expect(await db.report.count()).toBe(3)
  })
})

test('I25 what waits is counted anew once a file is brought in, whoever shows it', async () => {
  await onDevice(async (db) => {
    const shown: number[] = []
    const watching = liveQuery(() => readSyncStatus(db)).subscribe(({ pending }) => shown.push(pending))
    await vi.waitFor(() => expect(shown).toEqual([0]))
    await beginImport(db, documents(6), 2)
    await continueImport(db, { signal: new AbortController().signal, onProgress: () => undefined })
    await vi.waitFor(() => expect(shown.at(-1)).toBe(6))
    // Once, and not after each part: counting a long queue takes longer than bringing it in.
    expect(new Set(shown)).toEqual(new Set([0, 6]))
    watching.unsubscribe()
  })
})
