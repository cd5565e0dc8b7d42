import ICAL from 'ical.js'
import { calendarDaySchema, type CalendarDay } from '../../calendar-day.ts'
import type { CalendarBlock } from './split-calendar.ts'

/** What a clock on a wall shows, in no zone. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The instant, in ms, at which the clocks of a zone show a time. */
export type Zone = (wall: WallTime) => number

/** Time zones by the names that a file gives them; undefined for one that nobody knows. */
export type Zones = (tzid: string) => Zone | undefined

/** A time of the library is shown by its getters, which a copy by fields wouldn't have. */
export function wallOf({ year, month, day, hour, minute, second }: WallTime): WallTime {
  return { year, month, day, hour, minute, second }
}

export const utc: Zone = (wall) => utcOf(wall)

/** The zones that the file defines itself, then those that the device knows by name. */
export function zonesOf(blocks: readonly CalendarBlock[]): Zones {
  const defined = new Map(blocks.flatMap(definedZone))
  return (tzid) => defined.get(tzid) ?? namedZone(tzid)
}

/** A zone by its IANA name, or the name that Windows gives it. */
export function namedZone(tzid: string): Zone | undefined {
  // Some programs put their own path before it: `/citadel.org/20260101_1/Europe/Paris`.
  const bare = tzid.replaceAll('"', '').trim()
  const name =
    windowsZones[bare.toLowerCase()] ?? (/(?:^|\/)([A-Z]\w+\/[\w/-]+|UTC|GMT)$/.exec(bare)?.[1] || bare)
  const format = formatOf(name)
  return format && ((wall) => instantIn(format, wall))
}

/** The calendar day in a zone at an instant. */
export function dayIn(timeZone: string, instant: number): CalendarDay {
  const format = formatOf(timeZone)
  if (!format) throw new Error('the device has a time zone that it does not know')
  const { year, month, day } = wallAt(format, instant)
  return calendarDaySchema.parse([year, pad(month), pad(day)].join('-'))
}

/** What the clocks of a zone show at an instant. */
export function wallIn(timeZone: string, instant: number): WallTime {
  const format = formatOf(timeZone)
  if (!format) throw new Error('the time zone is not known')
  return wallAt(format, instant)
}

/** A VTIMEZONE is what its file means by the name, whatever the name (RFC 5545, 3.6.5). */
function definedZone({ name, text, isCut }: CalendarBlock): [string, Zone][] {
  if (name !== 'VTIMEZONE' || isCut) return []
  try {
    const component = ICAL.Component.fromString(text)
    const tzid = component.getFirstPropertyValue('tzid')
    const zone = new ICAL.Timezone(component)
    if (typeof tzid !== 'string' || component.getAllSubcomponents().length === 0) return []
    return [[tzid, (wall) => utcOf(wall) - zone.utcOffset(ICAL.Time.fromData(wallOf(wall))) * 1000]]
  } catch {
    // A definition that can't be read is none: the name may be known, and the event says so where it isn't.
    return []
  }
}

/**
 * A time that comes twice when clocks are put back is the first of the two, one that is skipped is told by the offset
 * from before (RFC 5545, 3.3.5).
 */
function instantIn(format: Intl.DateTimeFormat, wall: WallTime): number {
  const shown = utcOf(wall)
  const offsetAt = (instant: number) => utcOf(wallAt(format, instant)) - instant
  const [before, after] = [shown - aDay, shown + aDay].map((near) => shown - offsetAt(near))
  const isShown = (instant: number) => instant + offsetAt(instant) === shown
  return [before, after].find((instant) => instant !== undefined && isShown(instant)) ?? before ?? shown
}

const aDay = 86_400_000

function utcOf({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function wallAt(format: Intl.DateTimeFormat, instant: number): WallTime {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return { year, month, day, hour, minute, second }
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, makeFormat(timeZone))
  return formats.get(timeZone)
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    // A name that no table of time zones has: the caller says that the zone isn't known.
    return undefined
  }
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}

/** Names of Outlook for the zones of France, its neighbours and its overseas territories, where a file defines none. */
const windowsZones: Readonly<Record<string, string>> = {
  'romance standard time': 'Europe/Paris',
  'w. europe standard time': 'Europe/Berlin',
  'central europe standard time': 'Europe/Budapest',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'sa western standard time': 'America/Martinique',
  'sa eastern standard time': 'America/Cayenne',
  'saint pierre standard time': 'America/Miquelon',
  'mauritius standard time': 'Indian/Reunion',
  'e. africa standard time': 'Indian/Mayotte',
  'central pacific standard time': 'Pacific/Noumea',
  'hawaiian standard time': 'Pacific/Tahiti',
  'utc+12': 'Pacific/Wallis',
}
