import ICAL from 'ical.js'
import { addDays, type CalendarDay } from '../../calendar-day.ts'
import type { DocumentId } from '../../ids.ts'
import { exportSuffix } from '../plan-import.ts'
import type { PlannedTime } from '../to-complete.ts'

export interface ExportedAppointment extends PlannedTime {
  readonly id: DocumentId
  readonly title: string
}

/**
 * Appointments as an iCalendar file for the calendar of a phone, that rings at the end of each: a web app can't wake
 * itself. Of each, its times and the title that the person chose, and nothing else.
 */
export function writeCalendar(appointments: readonly ExportedAppointment[], now: Date): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Espace Coop//Agenda//FR')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  for (const appointment of appointments) calendar.addSubcomponent(eventOf(appointment, now))
  return `${calendar.toString()}\r\n`
}

function eventOf(appointment: ExportedAppointment, now: Date): ICAL.Component {
  const { id, title, date, lastDate = date, starts, ends = starts } = appointment
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', `${id}${exportSuffix}`)
  event.addPropertyWithValue('dtstamp', instant(now))
  event.addPropertyWithValue('summary', title)
  const isTimed = starts !== undefined && ends !== undefined
  event.addPropertyWithValue('dtstart', isTimed ? instant(new Date(starts)) : day(date))
  event.addPropertyWithValue('dtend', isTimed ? instant(new Date(ends)) : day(addDays(lastDate, 1)))
  event.addSubcomponent(reminder(isTimed ? 'PT0S' : sixInTheEvening))
  return event
}

/** A whole day ends at midnight: it is asked about at six, on its last day. */
const sixInTheEvening = '-PT6H'

function reminder(fromTheEnd: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', 'Déposer le compte rendu')
  const trigger = alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(fromTheEnd))
  trigger.setParameter('related', 'END')
  return alarm
}

function instant(date: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(date, true)
}

function day(date: CalendarDay): ICAL.Time {
  return ICAL.Time.fromDateString(date)
}
