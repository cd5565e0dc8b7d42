import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarText } from '../../../src/app/data/calendar-text.ts'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { importCalendar, readCalendarFile, type ImportChoice } from '../../../src/app/data/import-calendar.ts'
import type { CalendarRead } from '../../../src/domain/appointment/planned-event.ts'
import { aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aCalendar, anEvent, calendarFile, today } from '../../domain/appointment/a-calendar.ts'

const scope = aScopeId()
const choice: ImportChoice = {
  scope,
  today,
  now: Date.parse('2026-11-25T10:00:00Z'),
  unwanted: new Set(),
  takesPast: true,
}
let db: CoopDatabase

beforeEach(() => {
  db = openDatabase(aPersonId())
})

afterEach(async () => {
  await db.delete()
})

test('a file is imported in one transaction, each appointment with its op; again, nothing is written', async () => {
  const read = await reads(calendarFile('google'))
  expect(await importCalendar(db, read, choice)).toEqual({ added: 19, changed: 0, cancelled: 0 })
  const rows = await db.appointment.toArray()
  const ops = await db.outbox.toArray()
  expect(ops.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
  expect(await importCalendar(db, read, choice)).toEqual({ added: 0, changed: 0, cancelled: 0 })
  expect(await db.outbox.toArray()).toEqual(ops)
})

test('where the device can’t keep it all, it keeps nothing of it', async () => {
  const read = await reads(calendarFile('google'))
  db.appointment.hook('creating', (_, row) => {
    if (row.order > '2026-12-20') throw new Error('no room')
  })
  await expect(importCalendar(db, read, choice)).rejects.toThrow(/no room/)
  expect(await db.appointment.count()).toBe(0)
  expect(await db.outbox.count()).toBe(0)
})

test('what was said of an appointment between the account and the import stays', async () => {
  const first = await reads(calendarFile('rdv-service-public'))
  await importCalendar(db, first, choice)
  await db.appointment.toCollection().modify((row) => Object.assign(row.body, { state: 'depose' }))
  await importCalendar(db, await reads(calendarFile('rdv-service-public-cancelled')), choice)
  expect((await db.appointment.toArray()).map(({ body }) => body['state'])).toEqual(['depose'])
})

test('what is over is left where the person says so', async () => {
  const read = await reads(calendarFile('google'))
  expect(await importCalendar(db, read, { ...choice, takesPast: false })).toMatchObject({ added: 14 })
})

test.each([
  ['UTF-8', (text: string) => new TextEncoder().encode(text)],
  ['UTF-16, little end first', (text: string) => utf16(text, true)],
  ['UTF-16, big end first', (text: string) => utf16(text, false)],
  ['Windows-1252', (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
])('a file in %s is read with its accents', async (_, encode) => {
  const text = aCalendar(anEvent('DTSTART:20261126T090000Z', 'SUMMARY:Réunion à Foix'))
  const file = await readCalendarFile(new Blob([encode(text)]), today)
  expect(file.ok && file.read.events[0]?.title).toBe('Réunion à Foix')
})

test('a line that is folded in the middle of a letter is joined', () => {
  const bytes = new TextEncoder().encode('SUMMARY:Réunion')
  const folded = [...bytes.slice(0, 10), 0x0d, 0x0a, 0x20, ...bytes.slice(10)]
  expect(calendarText(Uint8Array.from(folded))).toBe('SUMMARY:Réunion')
})

test('a file that is too big is not even read, and one that is no calendar is refused', async () => {
  expect(await readCalendarFile(new Blob([new Uint8Array(5_000_001)]), today)).toEqual({
    ok: false,
    reason: 'too-big',
  })
  expect(await readCalendarFile(new Blob(['a;b']), today)).toEqual({ ok: false, reason: 'no-calendar' })
})

async function reads(text: string): Promise<CalendarRead> {
  const file = await readCalendarFile(new Blob([text]), today)
  if (!file.ok) throw new Error(file.reason)
  return file.read
}

function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length))
  view.setUint16(0, 0xfeff, isLittle)
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + 2 * at, text.charCodeAt(at), isLittle)
  return new Uint8Array(view.buffer)
}
