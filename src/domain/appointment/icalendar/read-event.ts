import ICAL from 'ical.js'
import { appointmentTitleMaxLength } from '../appointment.ts'
import type { UnreadableReason } from '../planned-event.ts'
import type { CalendarBlock } from './split-calendar.ts'
import { namedZone, utc, type Zone, type Zones } from './time-zones.ts'

/** An event, or one occurrence of it that is not like the others, as the file says it. */
export interface CalendarEvent {
  readonly line: number
  readonly uid: string
  readonly sequence: number
  /** RECURRENCE-ID, by the instant or the day that it names. */
  readonly recurrence: string | undefined
  readonly isCancelled: boolean
  readonly isFree: boolean
  readonly title: string
  readonly location: string | undefined
  readonly start: ICAL.Time
  readonly zone: Zone
  /** From start to end: ms, or days where the event is of whole days. */
  readonly length: number
  readonly rules: readonly ICAL.Recur[]
  /** RDATE and EXDATE, by the instants or the days that they name. */
  readonly added: readonly string[]
  readonly removed: ReadonlySet<string>
}

export interface EventReading {
  readonly zones: Zones
  readonly timeZone: string
}

/** What stands in the way of reading an event. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason) {
    super(reason)
    this.name = 'UnreadableError'
    this.reason = reason
  }
}

const locationMaxLength = 300
const uidMaxLength = 500

/** Reads one VEVENT; who is invited, notes and attachments are left where they are. */
export function readEvent(
  { text, line, isCut, method }: CalendarBlock,
  reading: EventReading,
): CalendarEvent {
  if (isCut) throw new UnreadableError('cut')
  const component = ICAL.Component.fromString(text)
  // One that is longer is told from others by its beginning all the same.
  const uid = shortened(textOf(component, 'uid'), uidMaxLength)
  if (uid === '') throw new UnreadableError('no-uid')
  const property = component.getFirstProperty('dtstart')
  if (!property) throw new UnreadableError('no-start')
  const start = timeOf(property.getFirstValue())
  const zone = zoneOf(property, start, reading)
  const recurrence = component.getFirstProperty('recurrence-id')
  const keysOf = (name: string) =>
    component.getAllProperties(name).flatMap((each) => keysIn(each, start, reading))
  return {
    line,
    uid,
    sequence: numberOf(component, 'sequence'),
    recurrence: recurrence ? keysIn(recurrence, start, reading)[0] : undefined,
    isCancelled: method === 'CANCEL' || textOf(component, 'status').toUpperCase() === 'CANCELLED',
    isFree: textOf(component, 'transp').toUpperCase() === 'TRANSPARENT',
    title: shortened(textOf(component, 'summary'), appointmentTitleMaxLength) || 'Sans titre',
    location: shortened(textOf(component, 'location'), locationMaxLength) || undefined,
    start,
    zone,
    length: lengthOf(component, start, zone, reading),
    rules: component.getAllProperties('rrule').map((rule) => ruleIn(rule.getFirstValue())),
    added: keysOf('rdate'),
    removed: new Set(keysOf('exdate')),
  }
}

/** How an occurrence is named: its instant, or its day. */
export function keyOf(time: ICAL.Time, zone: Zone): string {
  if (time.isDate) return time.toICALString()
  return new Date(zone(time)).toISOString().replaceAll(/[-:]|\.000/g, '')
}

/** The title of an event that can't be read, so that the person knows which one it is. */
export function titleIn({ text }: CalendarBlock): string | undefined {
  const said = /^SUMMARY[^:\r\n]*:(.*)$/im.exec(text)?.[1]?.trim()
  return said ? shortened(said, 80) : undefined
}

function zoneOf(property: ICAL.Property, time: ICAL.Time, { zones, timeZone }: EventReading): Zone {
  if (time.isDate || time.zone === ICAL.Timezone.utcTimezone) return utc
  const tzid = property.getFirstParameter('tzid')
  const zone = tzid ? zones(tzid) : namedZone(timeZone)
  if (!zone) throw new UnreadableError('unknown-zone')
  return zone
}

/** The occurrences that a property names; days, where the event is of whole days or the property is. */
function keysIn(property: ICAL.Property, start: ICAL.Time, reading: EventReading): string[] {
  return property.getValues().map((value: unknown) => {
    const time = timeOf(value instanceof ICAL.Period ? value.start : value)
    if (start.isDate && !time.isDate)
      return ICAL.Time.fromData({ ...dayOf(time), isDate: true }).toICALString()
    return keyOf(time, zoneOf(property, time, reading))
  })
}

function dayOf({ year, month, day }: ICAL.Time) {
  return { year, month, day }
}

function lengthOf(component: ICAL.Component, start: ICAL.Time, zone: Zone, reading: EventReading): number {
  const end = component.getFirstProperty('dtend')
  const duration = component.getFirstPropertyValue('duration')
  if (end) {
    const time = timeOf(end.getFirstValue())
    const length =
      time.isDate || start.isDate ? daysFrom(start, time) : zoneOf(end, time, reading)(time) - zone(start)
    if (length < 0) throw new UnreadableError('ends-before-it-starts')
    return start.isDate ? Math.max(1, length) : time.isDate ? length * 86_400_000 : length
  }
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : 0
  if (seconds < 0) throw new UnreadableError('ends-before-it-starts')
  return start.isDate ? Math.max(1, Math.round(seconds / 86_400)) : seconds * 1000
}

function daysFrom(start: ICAL.Time, end: ICAL.Time): number {
  const utcDay = ({ year, month, day }: ICAL.Time) => Date.UTC(year, month - 1, day)
  return Math.round((utcDay(end) - utcDay(start)) / 86_400_000)
}

function timeOf(value: unknown): ICAL.Time {
  if (value instanceof ICAL.Time) return value
  throw new UnreadableError('no-start')
}

function ruleIn(value: unknown): ICAL.Recur {
  if (value instanceof ICAL.Recur) return value
  throw new UnreadableError('unreadable-rule')
}

function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? value.trim() : ''
}

function numberOf(component: ICAL.Component, name: string): number {
  const value = Number(component.getFirstPropertyValue(name) ?? 0)
  return Number.isSafeInteger(value) && value >= 0 ? value : 0
}

/** On one line, without what no screen shows and what can't be stored. */
function shortened(text: string, most: number): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()
  if (line.length <= most) return line
  // Half of a character can't be stored.
  const begun = line.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')
  return `${begun.trimEnd()}…`
}
