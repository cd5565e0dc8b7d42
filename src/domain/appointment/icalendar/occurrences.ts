import ICAL from 'ical.js'
import { addDays, calendarDaySchema, daysBetween, type CalendarDay } from '../../calendar-day.ts'
import { importBounds, isInWindow, type DayWindow } from '../import-window.ts'
import type { PlannedEvent } from '../planned-event.ts'
import { keyOf, UnreadableError, type CalendarEvent, type EventReading } from './read-event.ts'
import { dayIn, utc, wallOf, type Zone } from './time-zones.ts'

export interface Expansion extends EventReading {
  readonly window: DayWindow
}

interface Facts extends Pick<Expansion, 'window' | 'timeZone'> {
  /** What is left for all the series of the file. */
  readonly steps: { left: number }
}

/** The occurrences of an event inside the window: by its rules and dates, each changed by what is said of it alone. */
export function occurrencesOf(
  master: CalendarEvent | undefined,
  overrides: readonly CalendarEvent[],
  facts: Facts,
): PlannedEvent[] {
  const found = new Map<string, PlannedEvent>()
  for (const planned of master ? ownOccurrences(master, facts) : [])
    found.set(planned.occurrence ?? '', planned)
  for (const override of overrides) {
    const occurrence = override.recurrence ?? ''
    // An occurrence that was moved is where it was moved to, and nowhere else.
    found.delete(occurrence)
    const moved = planned(override, keyOf(override.start, override.zone), facts)
    found.set(occurrence, { ...moved, occurrence })
  }
  return [...found.values()].filter((each) => isInWindow(each, facts.window))
}

function ownOccurrences(master: CalendarEvent, facts: Facts): PlannedEvent[] {
  const isAlone = master.rules.length === 0 && master.added.length === 0
  const first = keyOf(master.start, master.zone)
  if (isAlone) return [planned(master, first, facts)]
  const keys = new Set([
    first,
    ...master.added,
    ...master.rules.flatMap((rule) => keysByRule(master, rule, facts)),
  ])
  const days = new Set([...master.removed].filter((key) => key.length === 8))
  return [...keys]
    .filter((key) => !master.removed.has(key))
    .map((key) => ({ ...planned(master, key, facts), occurrence: key }))
    .filter(({ date }) => !days.has(date.replaceAll('-', '')))
}

/** An event at the instant, or on the day, of one of its occurrences. */
function planned(event: CalendarEvent, key: string, { timeZone }: Facts): PlannedEvent {
  const { uid, sequence, isCancelled, isFree, title, location, length } = event
  const said = { uid, sequence, isCancelled, isFree, title, ...(location !== undefined && { location }) }
  if (key.length === 8) {
    const date = calendarDaySchema.parse(key.replace(/(....)(..)(..)/, '$1-$2-$3'))
    const lastDate = addDays(date, length - 1)
    return { ...said, date, ...(lastDate !== date && { lastDate }) }
  }
  const starts = Date.parse(key.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))
  const text = (instant: number) => new Date(instant).toISOString()
  return { ...said, date: dayIn(timeZone, starts), starts: text(starts), ends: text(starts + length) }
}

/** What a rule gives up to the end of the window. Rules are followed on the wall's clock: a series at 9 stays at 9. */
function keysByRule({ start, zone }: CalendarEvent, rule: ICAL.Recur, { window, steps }: Facts): string[] {
  if (['SECONDLY', 'MINUTELY', 'HOURLY'].includes(rule.freq)) throw new UnreadableError('too-often')
  const isPast = endOfRule(rule, start, zone)
  const walked = rule.clone()
  // Judged below, in the zone that it is said in.
  walked.until = null
  const [first, last] = [addDays(window.from, -1), addDays(window.to, 1)]
  const iterator = new FusedIterator({ rule: walked, dtstart: nearStart(start, rule, first) })
  iterator.steps = steps
  const keys: string[] = []
  for (let time = nextOf(iterator); time; time = nextOf(iterator)) {
    const day = dayText(time)
    if (day > last || isPast(time)) break
    if (day >= first) keys.push(keyOf(time, zone))
    if (keys.length > importBounds.maxEvents) throw new UnreadableError('too-often')
  }
  return keys
}

/**
 * Where a rule is followed from. One of days or weeks that isn't counted is the same from any of its periods: years of
 * it are left out. The day that it is followed from is given by the library whether the rule has it or not: it is
 * before the first that is looked for.
 */
function nearStart(start: ICAL.Time, rule: ICAL.Recur, first: CalendarDay): ICAL.Time {
  const near = ICAL.Time.fromData({ ...wallOf(start), isDate: start.isDate })
  const period = rule.freq === 'DAILY' ? 1 : rule.freq === 'WEEKLY' ? 7 : undefined
  if (period === undefined || rule.count) return near
  const days = period * Math.max(1, rule.interval)
  const ahead = Math.floor(daysBetween(calendarDaySchema.parse(dayText(start)), first) / days) - 2
  if (ahead > 0) near.adjust(ahead * days, 0, 0, 0)
  return near
}

/** The library answers null at the end of a rule, which its types don't say. */
function nextOf(iterator: ICAL.RecurIterator): ICAL.Time | null {
  return iterator.next()
}

/** Whether an occurrence is past UNTIL: an instant or a day, whatever the event's own times are. */
function endOfRule({ until }: ICAL.Recur, start: ICAL.Time, zone: Zone): (time: ICAL.Time) => boolean {
  if (!until) return () => false
  if (until.isDate || start.isDate) return (time) => dayText(time) > dayText(until)
  const end = until.zone === ICAL.Timezone.utcTimezone ? utc(until) : zone(until)
  return (time) => zone(time) > end
}

/**
 * A rule that gives nothing any more (the 31st of February) is looked for without end by the library: this one gives
 * up.
 */
class FusedIterator extends ICAL.RecurIterator {
  steps = { left: importBounds.maxStepsOfFile as number }
  own = 0
  override check_contracting_rules(): boolean {
    this.own += 1
    this.steps.left -= 1
    if (this.own > importBounds.maxSteps || this.steps.left < 0) throw new UnreadableError('too-long')
    return super.check_contracting_rules()
  }
}

function dayText({ year, month, day }: ICAL.Time): string {
  return [String(year).padStart(4, '0'), pad(month), pad(day)].join('-')
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}
