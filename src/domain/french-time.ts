import * as z from 'zod/mini'
import type { CalendarDay } from './calendar-day.ts'

/** An hour of a day on a clock, `HH:MM`, from 00:00 to 23:59. */
export const wallTimeSchema = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
  .brand<'WallTime'>()
export type WallTime = z.infer<typeof wallTimeSchema>

export function minutesOfDay(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/**
 * The instant, in ms, at which clocks of mainland France show a time of a day. Of a time that comes twice as summer ends
 * it is the first; one that clocks leave out as summer begins is an hour later.
 */
export function instantInFrance(day: CalendarDay, time: WallTime): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const asSummer = asUtc - 2 * hour
  return hourInFrance(asSummer) === time ? asSummer : asUtc - hour
}

const hour = 3_600_000

function hourInFrance(instant: number): string {
  return clock.format(instant)
}

const clock = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
