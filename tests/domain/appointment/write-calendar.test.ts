import { expect, test } from 'vitest'
import { writeCalendar } from '../../../src/domain/appointment/icalendar/write-calendar.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { read, today } from './a-calendar.ts'

const now = new Date('2026-11-25T09:00:00Z')

test('each appointment rings at its end, and says its times and its title, nothing else', () => {
  const id = aDocumentId()
  const text = writeCalendar(
    [
      {
        id,
        title: 'Atelier, suite',
        date: today,
        starts: '2026-11-25T13:00:00.000Z',
        ends: '2026-11-25T14:00:00.000Z',
      },
    ],
    now,
  )
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'PRODID:-//Espace Coop//Agenda//FR',
    'VERSION:2.0',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@espace-coop`,
    'DTSTAMP:20261125T090000Z',
    'SUMMARY:Atelier\\, suite',
    'DTSTART:20261125T130000Z',
    'DTEND:20261125T140000Z',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Déposer le compte rendu',
    'TRIGGER;RELATED=END:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('a whole day is asked about at six in the evening, and is read back as it was', () => {
  const text = writeCalendar([{ id: aDocumentId(), title: 'Salon', date: today }], now)
  expect(text).toContain('DTSTART;VALUE=DATE:20261125\r\nDTEND;VALUE=DATE:20261126')
  expect(text).toContain('TRIGGER;RELATED=END:-PT6H')
  expect(read(text).events[0]).toMatchObject({ title: 'Salon', date: '2026-11-25' })
})
