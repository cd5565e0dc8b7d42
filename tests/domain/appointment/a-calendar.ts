import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import {
  readCalendar,
  type CalendarReading,
} from '../../../src/domain/appointment/icalendar/read-calendar.ts'
import { importWindow } from '../../../src/domain/appointment/import-window.ts'
import type { CalendarRead } from '../../../src/domain/appointment/planned-event.ts'

/** A file as a program of our users writes it, without anything of a real person. */
export function calendarFile(name: string): string {
  return readFileSync(join(import.meta.dirname, 'calendars', `${name}.ics`), 'utf8')
}

export const today = calendarDaySchema.parse('2026-11-25')
export const reading: CalendarReading = { window: importWindow(today), timeZone: 'Europe/Paris' }

/** An event of a text as short as the test needs it. */
export function anEvent(...lines: string[]): string {
  const named = lines.some((line) => line.startsWith('UID')) ? lines : ['UID:a@exemple.fr', ...lines]
  return ['BEGIN:VEVENT', 'DTSTAMP:20261120T090000Z', ...named, 'END:VEVENT'].join('\r\n')
}

export function aCalendar(...parts: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Exemple//FR', ...parts, 'END:VCALENDAR', ''].join(
    '\r\n',
  )
}

export function read(text: string, facts: Partial<CalendarReading> = {}): CalendarRead {
  const calendar = readCalendar(text, { ...reading, ...facts })
  if (!calendar) throw new Error('no calendar')
  return calendar
}

/** When each event of a calendar begins: its instant, or its day. */
export function startsOf(text: string, facts: Partial<CalendarReading> = {}): string[] {
  return read(text, facts).events.map(({ date, starts }) => starts?.replace(':00.000Z', 'Z') ?? date)
}
