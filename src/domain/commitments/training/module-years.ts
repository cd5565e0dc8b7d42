import { addDays, addMonths, calendarDaySchema, frenchDayOf, type CalendarDay } from '../../calendar-day.ts'
import type { TrainingPath } from './training-paths.ts'
import type { TrainingRecord } from './training-record.ts'

/** Thematic modules of a calendar year. */
export interface ModuleYear {
  readonly year: number
  readonly due: number
  readonly done: number
  /** The last day for it. */
  readonly by: CalendarDay
}

/**
 * Continuing training by calendar year, up to that of a day. What is due in the year that begins with the initial
 * training is due in the calendar year in which that one ends; from the next one on as many as any year has. Whoever is
 * exempted has what any year has, from their first one. A year that was over before anything was kept of somebody isn't
 * asked for: what was followed in it was written down elsewhere.
 */
export function moduleYears(record: TrainingRecord, trained: Trained, day: CalendarDay): ModuleYear[] {
  const { firstWritten } = record
  const keptSince = yearOf(firstWritten === undefined ? day : frenchDayOf(new Date(firstWritten)))
  return yearsOf(record, trained, day).filter(({ year, due, done }) => year >= keptSince || done >= due)
}

interface Trained {
  readonly path: TrainingPath
  readonly isExempted: boolean
  /** First day of the contract. */
  readonly since: CalendarDay
}

function yearsOf(
  { modules, halfDays }: TrainingRecord,
  { path, isExempted, since }: Trained,
  day: CalendarDay,
): ModuleYear[] {
  const done = modules.filter((one) => one.day <= day).map((one) => yearOf(one.day))
  const count = (year: number) => done.filter((one) => one === year).length
  if (!path.modules)
    return [...new Set(done)].sort((a, b) => a - b).map((year) => ({ ...yearly(year, 0), done: count(year) }))
  const { inFirstYear, inLaterYears, fromYear } = path.modules
  const entered = isExempted || inFirstYear === 0 ? undefined : halfDays.find(({ cancelled }) => !cancelled)
  const endOfFirst = entered && addDays(addMonths(entered.planned.day, 12), -1)
  const firstYear = endOfFirst && yearOf(endOfFirst)
  const years: ModuleYear[] = []
  // Before anybody is seen to begin, nothing is due of a path whose first year counts from there.
  const begins = firstYear ?? (inFirstYear > 0 && !isExempted ? yearOf(day) + 1 : yearOf(since))
  for (let year = Math.max(begins, fromYear); year <= yearOf(day); year += 1) {
    if (year !== firstYear) years.push({ ...yearly(year, inLaterYears), done: count(year) })
    else {
      const all = done.filter((one) => one <= year).length
      years.push({ year, due: inFirstYear, done: all, by: endOfFirst ?? yearly(year, 0).by })
    }
  }
  if (endOfFirst && firstYear !== undefined && firstYear > yearOf(day)) {
    years.push({ year: firstYear, due: inFirstYear, done: done.length, by: endOfFirst })
  }
  return years
}

function yearly(year: number, due: number): Omit<ModuleYear, 'done'> {
  return { year, due, by: calendarDaySchema.parse(`${year}-12-31`) }
}

function yearOf(day: CalendarDay): number {
  return Number(day.slice(0, 4))
}
