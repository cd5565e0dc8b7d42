import { expect, test } from 'vitest'
import { reportHints } from '../../../src/domain/appointment/report-on-appointment.ts'
import { isOver } from '../../../src/domain/appointment/to-complete.ts'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { offeredMinutes } from '../../../src/domain/report/minutes.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { today } from './a-calendar.ts'

const day = (text: string) => calendarDaySchema.parse(text)
const now = Date.parse('2026-11-25T10:00:00Z')

test.each([
  ['ended an hour ago', { starts: '2026-11-25T08:00:00Z', ends: '2026-11-25T09:00:00Z' }, true],
  ['ends this minute', { starts: '2026-11-25T09:00:00Z', ends: '2026-11-25T10:00:00Z' }, true],
  ['goes on', { starts: '2026-11-25T09:00:00Z', ends: '2026-11-25T10:30:00Z' }, false],
  ['began, without an end', { starts: '2026-11-25T09:00:00Z' }, true],
  ['lasts all day, today', {}, false],
  ['lasted all day, yesterday', { date: day('2026-11-24') }, true],
  ['lasts from yesterday until today', { date: day('2026-11-24'), lastDate: today }, false],
])('an appointment that %s', (_, fields, over) => {
  expect(isOver({ date: today, ...fields }, { now, today })).toBe(over)
})

const library = { id: aDocumentId(), name: 'Médiathèque' }
const annex = { id: aDocumentId(), name: 'Médiathèque annexe' }
const hintsOf = (fields: { title?: string; location?: string; ends?: string }) =>
  reportHints(
    {
      title: 'Rendez-vous',
      date: today,
      starts: '2026-11-25T08:00:00Z',
      ends: '2026-11-25T09:00:00Z',
      ...fields,
    },
    { offered: offeredMinutes, places: [library, annex] },
  )

test.each([
  ['2026-11-25T08:50:00Z', 45],
  ['2026-11-25T09:00:00Z', 60],
  ['2026-11-25T08:05:00Z', 15],
  ['2026-11-25T11:02:00Z', 180],
  ['2026-11-25T08:00:00Z', undefined],
])('up to %s it is filed as %s minutes', (ends, minutes) => {
  expect(hintsOf({ ends }).minutes).toBe(minutes)
})

test('the place is the known one that the text names, the longest name first', () => {
  expect(hintsOf({ location: 'MEDIATHEQUE, 12 rue des Lilas' }).place).toBe(library.id)
  expect(hintsOf({ location: 'Médiathèque - annexe' }).place).toBe(annex.id)
  expect(hintsOf({ location: 'https://visio.exemple.fr/abc' }).place).toBe('a_distance')
  expect(hintsOf({ location: 'Chez quelqu’un' }).place).toBe('')
  expect(hintsOf({}).place).toBeUndefined()
})

test('a workshop is begun as one; the title itself goes nowhere', () => {
  expect(hintsOf({ title: 'Atelier tablette' }).kind).toBe('collectif')
  expect(Object.values(hintsOf({ title: 'Marie Dupont' }))).not.toContain('Marie Dupont')
})
