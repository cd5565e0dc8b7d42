import ICAL from 'ical.js'
import { addDays, addMonths, type CalendarDay } from '../calendar-day.ts'
import { endNotices } from './coming-ends.ts'
import { versionOn } from './versioned-milestones.ts'

/** An end as a calendar tells it. */
export interface EndToTell {
  /** Always the same for the same end: importing the file again changes the entry, and adds none. */
  readonly uid: string
  readonly day: CalendarDay
  readonly title: string
}

/** Ends of contracts and agreements as an iCalendar file: each on its day, with a reminder 6, 3 and 1 months before. */
export function calendarOfEnds(ends: readonly EndToTell[], now: Date): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Espace Coop//Echeances//FR')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  for (const end of ends) calendar.addSubcomponent(eventOf(end, now))
  return `${calendar.toString()}\r\n`
}

function eventOf({ uid, day, title }: EndToTell, now: Date): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', `${uid}@espace-coop`)
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true))
  event.addPropertyWithValue('summary', title)
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(day))
  event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(day, 1)))
  for (const months of versionOn(endNotices, day).months) event.addSubcomponent(reminder(day, months, title))
  return event
}

/** At eight in the morning, by the clock of whoever reads. */
function reminder(day: CalendarDay, months: number, title: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', title)
  const days = Math.round((Date.parse(day) - Date.parse(addMonths(day, -months))) / 86_400_000)
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(`-P${days - 1}DT16H`))
  return alarm
}
