import * as z from 'zod/mini'
import { zeroFigures, type FigureName } from './figure-names.ts'

/** Where a count may be negative, for what a change does to it. */
const whole = z.int()

/** What is counted of a month, by the rules of domain.md, "What is counted". Minutes are minutes; the rest, counts. */
export const monthFiguresSchema = z.object({
  activities: whole,
  accompaniments: whole,
  minutes: whole,
  /** Of individuel and collectif. */
  accompanimentMinutes: whole,
  eventParticipants: whole,
  /** Accompaniments that touch each of the three missions. */
  mission1: whole,
  mission2: whole,
  mission3: whole,
}) satisfies z.ZodMiniType<Record<FigureName, number>>
export type MonthFigures = z.infer<typeof monthFiguresSchema>

export function sumOfFigures(all: readonly MonthFigures[]): MonthFigures {
  return all.reduce((sum, each) => combine(sum, each, (a, b) => a + b), zeroFigures())
}

/** How much more there is now: less than nothing where there is less. */
export function figuresSince(before: MonthFigures, now: MonthFigures): MonthFigures {
  return combine(now, before, (a, b) => a - b)
}

function combine(a: MonthFigures, b: MonthFigures, of: (a: number, b: number) => number): MonthFigures {
  return {
    activities: of(a.activities, b.activities),
    accompaniments: of(a.accompaniments, b.accompaniments),
    minutes: of(a.minutes, b.minutes),
    accompanimentMinutes: of(a.accompanimentMinutes, b.accompanimentMinutes),
    eventParticipants: of(a.eventParticipants, b.eventParticipants),
    mission1: of(a.mission1, b.mission1),
    mission2: of(a.mission2, b.mission2),
    mission3: of(a.mission3, b.mission3),
  }
}
