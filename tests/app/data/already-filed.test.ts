import { afterEach, beforeEach, expect, test } from 'vitest'
import { alreadyFiled } from '../../../src/app/data/already-filed.ts'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { aReport, aReportOfKind } from '../../builders/a-report.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'

const [scope, person, lieu] = [aScopeId(), aDocumentId(), aDocumentId()]
const place = { kind: 'lieu_activite', lieuId: lieu }
const beneficiary = { kind: 'suivi', id: person }
const date = calendarDaySchema.parse('2026-11-20')
let db: CoopDatabase

beforeEach(() => {
  db = openDatabase(aPersonId())
})
afterEach(() => db.delete())

async function files(body: JsonObject) {
  const id = aDocumentId()
  await saveDocument(db, { scope, collection: 'report', id, body })
  return id
}

const asked = (fields: Partial<Parameters<typeof alreadyFiled>[1]> = {}) =>
  alreadyFiled(db, { id: aDocumentId(), date, place: lieu, people: [person], title: '', ...fields })

test('the same person, the same day, in the same place', async () => {
  const id = await files(aReport({ place, beneficiary }))
  expect((await asked()).map((found) => found.id)).toEqual([id])
})

test.each<[string, JsonObject]>([
  ['another day', aReport({ place, beneficiary, date: '2026-11-19' })],
  ['another place', aReport({ place: { kind: 'a_distance' }, beneficiary })],
  ['somebody else', aReport({ place, beneficiary: { kind: 'suivi', id: aDocumentId() } })],
  ['an anonymous person', aReport({ place })],
])('not %s', async (_, body) => {
  await files(body)
  expect(await asked()).toEqual([])
})

test('not the report itself, when it is edited', async () => {
  const id = await files(aReport({ place, beneficiary }))
  expect(await asked({ id })).toEqual([])
})

test('a workshop of the same title, or that the person was at', async () => {
  const titled = await files(aReportOfKind('collectif', { place, title: 'Premiers pas' }))
  const attended = await files(aReportOfKind('collectif', { place, participants: [{ id: person }] }))
  expect((await asked({ people: [], title: 'Premiers pas' })).map(({ id }) => id)).toEqual([titled])
  expect((await asked()).map(({ id }) => id)).toEqual([attended])
})
