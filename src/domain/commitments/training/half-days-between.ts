import type { WallTime } from '../../appointment/icalendar/time-zones.ts'
import { addDays, calendarDaySchema, type CalendarDay } from '../../calendar-day.ts'
import type { Half } from './training-words.ts'

/** A half of a day. */
export interface HalfOfDay {
  readonly day: CalendarDay
  readonly half: Half
}

const [noon, afterLunch] = [12 * 60, 13 * 60]

/** The halves of days that a session takes, by what clocks show where whoever goes there works. */
export function halfDaysBetween(start: WallTime, end: WallTime): HalfOfDay[] {
  const [first, last] = [dayOf(start), dayOf(end)]
  const found: HalfOfDay[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const from = day === first ? minutesOf(start) : 0
    const to = day === last ? minutesOf(end) : 24 * 60
    if (to <= from && day !== first) continue
    found.push(...halvesOf(from, to).map((half) => ({ day, half })))
  }
  return found
}

/** The halves that hours of one day take, in minutes since midnight: what ends at lunch is a morning. */
export function halvesOf(from: number, to: number): Half[] {
  if (from >= noon) return ['apres_midi']
  return to > afterLunch ? ['matin', 'apres_midi'] : ['matin']
}

function minutesOf({ hour, minute }: WallTime): number {
  return hour * 60 + minute
}

function dayOf({ year, month, day }: WallTime): CalendarDay {
  const pad = (part: number) => String(part).padStart(2, '0')
  return calendarDaySchema.parse(`${year}-${pad(month)}-${pad(day)}`)
}
