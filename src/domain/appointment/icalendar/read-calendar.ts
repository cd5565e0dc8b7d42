import type { CalendarDay } from '../../calendar-day.ts'
import { importBounds, type DayWindow } from '../import-window.ts'
import type { CalendarRead, PlannedEvent, UnreadableEvent } from '../planned-event.ts'
import { occurrencesOf, type Expansion } from './occurrences.ts'
import { readEvent, titleIn, UnreadableError, type CalendarEvent } from './read-event.ts'
import { splitCalendar, type CalendarBlock } from './split-calendar.ts'
import { zonesOf } from './time-zones.ts'

export interface CalendarReading {
  readonly window: DayWindow
  /** The device's own: of times without one, and of the days on which appointments fall. */
  readonly timeZone: string
  /** Whether what is cancelled whole is among the events too: for who finds it again by its day, not by its UID. */
  readonly tellsCancelled?: boolean
}

/**
 * What an iCalendar file (RFC 5545) says inside a window; undefined where the text is no calendar. An event that can't
 * be read costs none of the others.
 */
export function readCalendar(text: string, reading: CalendarReading): CalendarRead | undefined {
  const blocks = splitCalendar(text)
  if (!blocks) return undefined
  const isEvent = ({ name }: CalendarBlock) => name === 'VEVENT'
  const { events, unreadable } = readEvents(blocks.filter(isEvent), { ...reading, zones: zonesOf(blocks) })
  const found: PlannedEvent[] = []
  const cancelledUids = new Set<string>()
  const wholeUids = new Set<string>()
  const facts = { ...reading, steps: { left: importBounds.maxStepsOfFile } }
  let outside = 0
  for (const [uid, parts] of groupByUid(events)) {
    const { master, overrides } = newestParts(parts)
    if (master) wholeUids.add(uid)
    const isCancelled = master?.isCancelled ?? false
    if (isCancelled) cancelledUids.add(uid)
    if (isCancelled && !reading.tellsCancelled) continue
    try {
      const own = occurrencesOf(master, overrides, facts)
      found.push(...(isCancelled ? own.map((one) => ({ ...one, isCancelled })) : own))
      if (own.length === 0) outside += 1
    } catch (error) {
      wholeUids.delete(uid)
      unreadable.push(unreadableEvent(error, master ?? { line: 0 }))
    }
  }
  return {
    ...firstByDate(found, reading.window.to),
    cancelledUids,
    wholeUids,
    unreadable: unreadable.sort((a, b) => a.line - b.line),
    outside,
    others: blocks.filter(({ name }) => name === 'VTODO' || name === 'VJOURNAL').length,
  }
}

function readEvents(blocks: readonly CalendarBlock[], expansion: Expansion) {
  const events: CalendarEvent[] = []
  const unreadable: UnreadableEvent[] = []
  for (const block of blocks) {
    try {
      events.push(readEvent(block, expansion))
    } catch (error) {
      const title = titleIn(block)
      unreadable.push(unreadableEvent(error, { line: block.line, ...(title && { title }) }))
    }
  }
  return { events, unreadable }
}

function unreadableEvent(error: unknown, { line, title }: { line: number; title?: string }): UnreadableEvent {
  // What the library throws is about what the file says, and says nothing to those who read the account.
  const reason = error instanceof UnreadableError ? error.reason : 'broken'
  return { line, ...(title !== undefined && { title }), reason }
}

function groupByUid(events: readonly CalendarEvent[]): Map<string, CalendarEvent[]> {
  const groups = new Map<string, CalendarEvent[]>()
  for (const event of events) groups.set(event.uid, [...(groups.get(event.uid) ?? []), event])
  return groups
}

/** Of what the file has twice, the higher SEQUENCE counts; of equals, the later. */
function newestParts(parts: readonly CalendarEvent[]) {
  const newest = new Map<string, CalendarEvent>()
  for (const part of parts) {
    const known = newest.get(part.recurrence ?? '')
    if (!known || part.sequence >= known.sequence) newest.set(part.recurrence ?? '', part)
  }
  const master = newest.get('')
  newest.delete('')
  return { master, overrides: [...newest.values()] }
}

/** The first of too many, whole days only: what is said of a day is true of all of it. */
function firstByDate(found: readonly PlannedEvent[], to: CalendarDay) {
  const byDate = (a: PlannedEvent, b: PlannedEvent) => keyOf(a).localeCompare(keyOf(b))
  const sorted = [...found].sort(byDate)
  const beyond = sorted[importBounds.maxEvents]
  if (!beyond) return { events: sorted, until: to, isCut: false }
  const events = sorted.slice(0, importBounds.maxEvents).filter(({ date }) => date < beyond.date)
  return { events, until: events.at(-1)?.date ?? beyond.date, isCut: true }
}

function keyOf({ date, starts = '', uid }: PlannedEvent): string {
  return `${date} ${starts} ${uid}`
}
