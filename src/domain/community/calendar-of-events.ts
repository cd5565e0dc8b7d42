import ICAL from 'ical.js'
import type { EventDetails } from './community-fact.ts'
import type { CommunityEventId } from '../confirmation/event-confirmation.ts'
import { eventTimes } from './event-life.ts'
import { eventKindLabels } from './event-words.ts'

/** An event as a calendar tells it. */
export interface EventToTell {
  readonly id: CommunityEventId
  readonly details: EventDetails
  readonly cancelled: string | null
  readonly lastSaidAt: string
  readonly changes: number
}

/**
 * Events as an iCalendar feed, that a calendar reads again and again: what was corrected moves, and what is cancelled
 * says so. Nothing of who goes, and nobody's name but what the event says itself.
 */
export function calendarOfEvents(events: readonly EventToTell[]): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Espace Coop//Communaute//FR')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', 'Espace Coop, vie de la communauté')
  for (const event of events) calendar.addSubcomponent(componentOf(event))
  return `${calendar.toString()}\r\n`
}

function componentOf({ id, details, cancelled, lastSaidAt, changes }: EventToTell): ICAL.Component {
  const { kind, title, words, place, link } = details
  const { begins, ends } = eventTimes(details)
  const event = new ICAL.Component('vevent')
  const say = (name: string, value: string | ICAL.Time | number) => event.addPropertyWithValue(name, value)
  say('uid', `${id}@espace-coop`)
  say('dtstamp', instant(Date.parse(lastSaidAt)))
  say('sequence', changes)
  say('summary', cancelled === null ? title : `Annulé\u00A0: ${title}`)
  say('dtstart', instant(begins))
  say('dtend', instant(ends))
  say('status', cancelled === null ? 'CONFIRMED' : 'CANCELLED')
  say('categories', eventKindLabels[kind])
  const description = [cancelled ?? '', words, link].filter(Boolean).join('\n\n')
  if (description) say('description', description)
  if (place || link) say('location', place || link)
  if (link) say('url', link)
  return event
}

function instant(ms: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(ms), true)
}
