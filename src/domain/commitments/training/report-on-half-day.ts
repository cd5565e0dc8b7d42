import { askedSince } from '../../appointment/to-complete.ts'
import type { CalendarDay } from '../../calendar-day.ts'
import { groupBy } from '../../group-by.ts'
import type { DocumentId, ScopeId } from '../../ids.ts'
import { nameBasedId } from '../../name-based-id.ts'
import type { OwnHalfDay } from './own-half-days.ts'
import type { TrainingSessionId } from './training-ids.ts'
import { halfDayHours } from './training-paths.ts'
import type { Half } from './training-words.ts'

/**
 * The id of the report on a half-day of training: filed on two devices it is one report, a form that is opened twice
 * finds its own draft, and a half-day that is moved keeps it.
 */
export function reportIdOnHalfDay(scope: ScopeId, session: TrainingSessionId): DocumentId {
  return nameBasedId(scope, `report on half-day ${session}`)
}

const halfDayMinutes = halfDayHours * 60

/** What the report on a half-day is begun with: time of training, or of an exam. */
export function reportOnHalfDay({ day, title, isExam }: Pick<OwnHalfDay, 'day' | 'title' | 'isExam'>) {
  return {
    kind: 'hors_accompagnement',
    activity: isExam ? 'certification' : 'formation',
    date: day,
    minutes: halfDayMinutes,
    title,
    isFromAfar: false,
  } as const
}

/** Activities that are training, whoever wrote them down. */
export function isTrainingTime(activity: string): boolean {
  return activity === 'formation' || activity === 'certification'
}

/** When a half-day is over, in minutes since midnight: it has no hour of its own, and nobody is asked during it. */
const overAt: Readonly<Record<Half, number>> = { matin: 13 * 60, apres_midi: 18 * 60 }

/** A half-day, and whether the report on it is filed under its own id. */
export interface ReportableHalfDay extends Pick<OwnHalfDay, 'day' | 'half' | 'presence'> {
  readonly isFiled: boolean
}

/** Time that a report says was training. */
export interface TrainingTime {
  readonly day: CalendarDay
  readonly minutes: number
}

export interface MomentOfDay {
  readonly today: CalendarDay
  /** Minutes since midnight, where the person is. */
  readonly minute: number
}

/** Whether a half-day is over, by the clocks of who was there. */
export function isHalfDayOver({ day, half }: Pick<OwnHalfDay, 'day' | 'half'>, moment: MomentOfDay): boolean {
  return day < moment.today || (day === moment.today && moment.minute >= overAt[half])
}

/**
 * The half-days whose report is asked for: over within the days in which one is, and not missed. A day on which training
 * was reported by hand is asked for so many half-days fewer: a whole day in one report asks for none.
 *
 * @param times of every report of training, those under an id of a half-day too
 */
export function halfDaysToReport<H extends ReportableHalfDay>(
  halfDays: readonly H[],
  times: readonly TrainingTime[],
  moment: MomentOfDay,
): H[] {
  const since = askedSince(moment.today)
  const attended = halfDays.filter(
    ({ day, presence }) => day >= since && presence !== 'excused' && presence !== 'unexcused',
  )
  const timesOfDay = groupBy(times, ({ day }) => day)
  return [...groupBy(attended, ({ day }) => day)].flatMap(([day, own]) => {
    const missing = own.length - halvesReported(timesOfDay.get(day) ?? [])
    return own.filter((one) => !one.isFiled && isHalfDayOver(one, moment)).slice(0, Math.max(0, missing))
  })
}

/** A report is a half-day at least, however short it says it was. */
function halvesReported(times: readonly TrainingTime[]): number {
  const minutes = times.reduce((sum, time) => sum + time.minutes, 0)
  return Math.max(times.length, Math.round(minutes / halfDayMinutes))
}
