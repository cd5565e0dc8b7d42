import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { addPlace } from '../../../src/app/data/places.ts'
import { reportIndex } from '../../../src/app/data/report-index.ts'
import { reportsByKeys } from '../../../src/app/data/reports.ts'
import { deleteDocument, saveDocument } from '../../../src/app/data/save-document.ts'
import { emptyFilter, type ReportFilter } from '../../../src/domain/report/search/report-filter.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'

vi.mock('../../../src/app/data/communes.ts', () => ({
  loadCommunes: () => Promise.reject(new Error('none')),
}))

const scope = aScopeId()
let db: CoopDatabase

beforeEach(() => {
  db = openDatabase(aPersonId())
})
afterEach(() => db.delete())

async function files(fields: JsonObject = {}) {
  const id = aDocumentId()
  await saveDocument(db, { scope, collection: 'report', id, body: aReport(fields) })
  return id
}

const found = async (filter: Partial<ReportFilter>) =>
  (await reportIndex(db)).find({ ...emptyFilter, ...filter }).keys.map(([, id]) => id)

test('finds what is on the device, the newest day first, and its minutes', async () => {
  const older = await files({ date: '2026-11-18', themes: ['email'] })
  const newer = await files({ date: '2026-11-19', themes: ['email', 'bureautique'] })
  await files({ themes: ['parentalite'] })
  expect(await found({ values: ['theme:email'] })).toEqual([newer, older])
  const index = await reportIndex(db)
  expect(index.find({ ...emptyFilter, values: ['theme:email'] }).minutes).toBe(90)
  expect(index.counts(emptyFilter).get('theme:email')).toBe(2)
  // Of the same facet: what choosing it too would add; of another: what is left of it.
  const chosen = { ...emptyFilter, values: ['theme:bureautique'] } satisfies ReportFilter
  expect(index.counts(chosen).get('theme:parentalite')).toBe(1)
  expect(index.counts(chosen).get('type:individuel')).toBe(1)
})

test('follows what is filed, changed and deleted after it was made', async () => {
  await files({ notes: 'avant' })
  expect(await found({ text: 'avant' })).toHaveLength(1)
  const later = await files({ notes: 'facture' })
  await vi.waitFor(async () => expect(await found({ text: 'facture' })).toEqual([later]))
  const body = aReport({ notes: 'attestation' })
  await saveDocument(db, { scope, collection: 'report', id: later, body })
  await vi.waitFor(async () => expect(await found({ text: 'attestation' })).toEqual([later]))
  expect(await found({ text: 'facture' })).toEqual([])
  await deleteDocument(db, { collection: 'report', id: later })
  await vi.waitFor(async () => expect(await found({ text: 'attestation' })).toEqual([]))
})

test('finds by how a report stands, and follows what the server says of it', async () => {
  const [one, two] = [await files(), await files()]
  expect(await found({ values: ['etat:on-device'] })).toHaveLength(2)
  await db.outbox
    .filter(({ id }) => id === one)
    .modify((op) => {
      Object.assign(op, { rejected: { code: 'date-in-future', message: 'Non.' } })
    })
  await vi.waitFor(async () => expect(await found({ values: ['etat:to-correct'] })).toEqual([one]))
  await db.outbox.filter(({ id }) => id === two).delete()
  await vi.waitFor(async () => expect(await found({ values: ['etat:sent'] })).toEqual([two]))
  expect(await found({ values: [`structure:${scope}`] })).toHaveLength(2)
})

test('learns the names that come later', async () => {
  const lieuId = await addPlace(db, scope, { name: 'Médiathèque', commune: '09261' })
  const id = await files({ place: { kind: 'lieu_activite', lieuId } })
  expect(await found({ text: 'mediatheque' })).toEqual([id])
  await saveDocument(db, {
    scope,
    collection: 'place',
    id: lieuId,
    body: { name: 'Bibliothèque', commune: '09261' },
  })
  await vi.waitFor(async () => expect(await found({ text: 'bibliotheque' })).toEqual([id]))
})

test('rows are read in the order of the keys, and those that are gone are left out', async () => {
  const [one, two] = [await files(), await files()]
  const reports = await reportsByKeys(db, [
    [scope, two],
    [scope, aDocumentId()],
    [scope, one],
  ])
  expect(reports.map(({ id }) => id)).toEqual([two, one])
})
