import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { eraseDocument } from '../../../src/app/data/erase-document.ts'
import { makeFacts, storedFacts } from '../../../src/app/data/month-facts.ts'
import { reportOfMonth } from '../../../src/app/data/reports.ts'
import { deleteDocument, restoreDocument, saveDocument } from '../../../src/app/data/save-document.ts'
import { surroundingsOf } from '../../../src/app/data/surroundings.ts'
import { withdrawScopes } from '../../../src/app/data/withdraw-scopes.ts'
import type { CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { DocumentId } from '../../../src/domain/ids.ts'
import { computeFigures, factsAsked } from '../../../src/domain/statistics/compute-figures.ts'
import { factBook } from '../../../src/domain/statistics/fact-book.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { comparable } from '../../builders/comparable-figures.ts'
import { naiveFigures } from '../../builders/naive-figures.ts'
import { randomReport } from '../../builders/random-reports.ts'
import { aDevice, closeDevices } from './a-device.ts'
import { FakeServer } from './fake-server.ts'

vi.mock('../../../src/app/data/communes.ts', () => ({
  loadCommunes: () => Promise.reject(new Error('none')),
}))

const scope = aScopeId()
const always = { from: '2026-01-01' as CalendarDay, to: '2027-12-31' as CalendarDay }
const november = { from: '2026-11-01' as CalendarDay, to: '2026-11-30' as CalendarDay }
let db: CoopDatabase

beforeEach(() => {
  db = openDatabase(aPersonId())
})
afterEach(() => db.delete())
closeDevices()

async function figuresOf(device: CoopDatabase, period = always) {
  await makeFacts(device)
  const { facts, isComplete } = await storedFacts(device)
  expect(isComplete).toBe(true)
  const book = factBook(facts, await surroundingsOf(device))
  return computeFigures(book, factsAsked(book, period, { values: [] }), period)
}

async function files(fields = {}, id: DocumentId = aDocumentId()) {
  await saveDocument(db, { scope, collection: 'report', id, body: aReport(fields) })
  return id
}

describe('a change of a report takes its months away, in its own transaction', () => {
  const isComplete = async () => (await storedFacts(db)).isComplete

  test('filed, edited to another month, deleted and had back', async () => {
    const id = await files({ date: '2026-11-20' })
    expect(await isComplete()).toBe(false)
    expect((await figuresOf(db, november)).activities).toBe(1)
    expect(await isComplete()).toBe(true)
    await files({ date: '2026-10-20' }, id)
    expect(await isComplete()).toBe(false)
    expect((await figuresOf(db, november)).activities).toBe(0)
    expect((await figuresOf(db)).activities).toBe(1)
    await deleteDocument(db, { collection: 'report', id })
    expect((await figuresOf(db)).activities).toBe(0)
    await restoreDocument(db, { collection: 'report', id })
    expect((await figuresOf(db)).activities).toBe(1)
  })

  test('edited without a change of their number', async () => {
    const id = await files({ minutes: 30 })
    expect((await figuresOf(db)).minutes.total).toBe(30)
    await files({ minutes: 60 }, id)
    expect((await figuresOf(db)).minutes.total).toBe(60)
  })

  test('erased for good', async () => {
    const id = await files()
    await figuresOf(db)
    await eraseDocument(db, { collection: 'report', id })
    expect((await figuresOf(db)).activities).toBe(0)
  })

  test('pulled from another device', async () => {
    const server = new FakeServer()
    const person = aPersonId()
    server.grant(person, scope)
    const [phone, laptop] = [aDevice(server, person, scope), aDevice(server, person, scope)]
    const id = await phone.files({ minutes: 30 })
    await phone.settles()
    await laptop.settles()
    expect((await figuresOf(laptop.db)).minutes.total).toBe(30)
    await phone.edits(id, { minutes: 90 })
    await phone.settles()
    await laptop.settles()
    expect((await figuresOf(laptop.db)).minutes.total).toBe(90)
  })

  test('withdrawn with their scope', async () => {
    await files()
    await figuresOf(db)
    await db.transaction('rw', db.tables, async () => withdrawScopes(db, new Set(), 0))
    expect((await figuresOf(db)).activities).toBe(0)
    expect(await db.fact.count()).toBe(0)
  })
})

test('what was made by another build is made anew', async () => {
  await files()
  await figuresOf(db)
  await db.fact.toCollection().modify({ by: 'another' })
  expect((await storedFacts(db)).facts).toEqual([])
  expect((await figuresOf(db)).activities).toBe(1)
})

test('a report of a newer version is there, and isn’t counted', async () => {
  const id = await files()
  await db.report
    .where('id')
    .equals(id)
    .modify({ body: { kind: 'visite', date: '2026-11-20' } })
  expect((await figuresOf(db)).activities).toBe(0)
})

test('the month’s sentence of the home page says what Chiffres says', async () => {
  await files()
  await saveDocument(db, {
    scope,
    collection: 'report',
    id: aDocumentId(),
    body: aReportOfKind('collectif', { minutes: 90 }),
  })
  const { accompaniments, minutes } = await figuresOf(db, november)
  expect(await reportOfMonth(db, '2026-11')).toEqual({ accompaniments, minutes: minutes.total })
})

const neighbours = {
  people: [aDocumentId(), aDocumentId(), aDocumentId()] as const,
  places: [aDocumentId()] as const,
}
const [one, two, three] = neighbours.people

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      at: fc.nat({ max: 5 }),
      body: randomReport(neighbours),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('delete' as const, 'restore' as const),
      at: fc.nat({ max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('make' as const, 'merge' as const, 'part' as const, 'erase-person' as const),
    }),
  },
)

test('after any edits, deletes, merges, erasures and imports the device’s figures are those of whole bodies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      const device = openDatabase(aPersonId())
      const ids = Array.from({ length: 6 }, () => aDocumentId())
      const handleAt = (at: number) => ({ collection: 'report' as const, id: ids[at] ?? aDocumentId() })
      const page = (id: DocumentId, fields = {}) =>
        saveDocument(device, {
          scope,
          collection: 'beneficiary',
          id,
          body: { firstName: 'Zoé', name: 'Bernard', ...fields },
        })
      await device.cursor.put({ scope } as never)
      for (const id of neighbours.people) await page(id)
      const people = { merged: new Map<string, string>(), erased: new Set<string>() }
      for (const next of steps) {
        switch (next.kind) {
          case 'save':
            await saveDocument(device, { scope, ...handleAt(next.at), body: next.body })
            break
          case 'delete':
            await deleteDocument(device, handleAt(next.at))
            break
          case 'restore':
            await restoreDocument(device, handleAt(next.at))
            break
          case 'make':
            await makeFacts(device)
            break
          case 'merge':
            await page(one, { mergedInto: two })
            people.merged.set(one, two)
            break
          case 'part':
            await page(one)
            people.merged.clear()
            break
          case 'erase-person':
            await eraseDocument(device, { collection: 'beneficiary', id: three })
            people.erased.add(three)
            break
        }
      }
      const live = (await device.report.toArray()).filter(({ state }) => state === 'live')
      expect(comparable(await figuresOf(device))).toEqual(naiveFigures(live, always, people))
      await device.delete()
    }),
    { numRuns: 25 },
  )
}, 120_000)
