import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { LivePages } from '../../../src/app/data/live-pages.ts'
import { pagesByDay } from '../../../src/app/data/report-pages.ts'
import { deleteDocument, saveDocument } from '../../../src/app/data/save-document.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { aReport } from '../../builders/a-report.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'

const scope = aScopeId()
let db: CoopDatabase
let stop = () => undefined as void

beforeEach(() => {
  db = openDatabase(aPersonId())
})
afterEach(async () => {
  stop()
  await db.delete()
})

async function files(fields: JsonObject = {}) {
  const id = aDocumentId()
  await saveDocument(db, { scope, collection: 'report', id, body: aReport(fields) })
  return id
}

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}`

function follows(sizes = { first: () => 2, step: 2 }) {
  const pages = new LivePages(pagesByDay(db, sizes))
  stop = pages.subscribe(() => undefined)
  const shows = (dates: number[]) =>
    vi.waitFor(() => expect(pages.shown().reports?.map(({ report }) => report.date)).toEqual(dates.map(day)))
  return { pages, shows }
}

test('a list grows page by page, and says when nothing more is to come', async () => {
  for (const date of [1, 2, 3, 4, 5]) await files({ date: day(date) })
  const { pages, shows } = follows()
  await shows([5, 4])
  expect(pages.shown().hasMore).toBe(true)
  pages.more()
  await shows([5, 4, 3, 2])
  pages.more()
  await shows([5, 4, 3, 2, 1])
  expect(pages.shown().hasMore).toBe(false)
})

test('what is filed or deleted meanwhile pushes nothing out, and leaves the other pages as they are', async () => {
  for (const date of [1, 2, 4, 5]) await files({ date: day(date) })
  const { pages, shows } = follows()
  await shows([5, 4])
  pages.more()
  await shows([5, 4, 2, 1])
  const untouched = pages.shown().reports?.slice(2)
  const later = await files({ date: day(6) })
  await shows([6, 5, 4, 2, 1])
  expect(
    pages
      .shown()
      .reports?.slice(3)
      .every((report, at) => report === untouched?.[at]),
  ).toBe(true)
  await deleteDocument(db, { collection: 'report', id: later })
  await shows([5, 4, 2, 1])
})

test('when a whole history arrives while one looks, the list begins again instead of holding all of it', async () => {
  for (const date of [1, 2, 3]) await files({ date: day(date) })
  const { pages, shows } = follows()
  await shows([3, 2])
  const row = await db.report.toCollection().last()
  if (!row) throw new Error('there are reports')
  const arriving = Array.from({ length: 300 }, () => ({ ...row, id: aDocumentId(), order: day(20) }))
  await db.report.bulkPut(arriving.map((one) => ({ ...one, body: { ...one.body, date: day(20) } })))
  await shows([20, 20])
  expect(pages.shown().hasMore).toBe(true)
})
