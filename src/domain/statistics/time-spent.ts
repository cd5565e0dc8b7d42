import { absentOn } from '../absence/absent-on.ts'
import type { AbsenceDays } from '../absence/absence.ts'
import { idleWeekdays } from '../absence/part-time-week.ts'
import { addDays, type CalendarDay } from '../calendar-day.ts'
import { isWorkingDay } from '../french-holidays.ts'
import { groupBy } from '../group-by.ts'
import { mondayOf } from './period.ts'

export const timeUses = ['accompaniment', 'preparation', 'travel', 'training', 'community', 'rest'] as const
/** What an advisor's time goes to. */
export type TimeUse = (typeof timeUses)[number]

export const timeUseLabels: Readonly<Record<TimeUse, string>> = {
  accompaniment: 'Accompagnements',
  preparation: 'Préparation',
  travel: 'Déplacements',
  training: 'Formation et certification',
  community: 'Vie de la communauté',
  rest: 'Autre',
}

/** What the time of a report goes to; a value of a newer version is other time. */
export function timeUseOf({ kind, activity }: { kind: string; activity?: string | undefined }): TimeUse {
  if (kind === 'individuel' || kind === 'collectif') return 'accompaniment'
  return (kind === 'hors_accompagnement' && useOfActivity.get(activity ?? '')) || 'rest'
}

const useOfActivity: ReadonlyMap<string, TimeUse> = new Map([
  ['preparation', 'preparation'],
  ['deplacement', 'travel'],
  ['formation', 'training'],
  ['certification', 'training'],
  ['vie_de_la_communaute', 'community'],
])

/** Time of one day that reports tell. */
export interface SpentTime {
  readonly day: CalendarDay
  readonly use: TimeUse
  readonly minutes: number
}

/** Days of a contract, with the working time of a week; null where it isn't known. */
export interface WorkingTime {
  readonly starts: CalendarDay
  readonly ends: CalendarDay | null
  readonly weeklyMinutes: number | null
}

/** A post that somebody holds: its contracts, and the absences that were declared there. Another post's are its own. */
export interface WorkedPost {
  readonly contracts: readonly WorkingTime[]
  readonly absences: readonly AbsenceDays[]
}

/** A week from Monday to Sunday. */
export interface WeekOfTime {
  readonly monday: CalendarDay
  readonly minutes: Readonly<Record<TimeUse, number>>
  readonly total: number
  /** Working time of the days of contract that no holiday and no absence takes; null where a contract doesn't say it. */
  readonly expected: number | null
}

/**
 * Where somebody's time goes, week by week, against their working time; every week up to the last day, those of nothing
 * too. What isn't reported isn't known, and says nothing of anybody.
 *
 * @param weeks how many, the one of the last day included
 */
export function weeksOfTime(
  spent: readonly SpentTime[],
  posts: readonly WorkedPost[],
  { last, weeks }: { readonly last: CalendarDay; readonly weeks: number },
): WeekOfTime[] {
  const byWeek = groupBy(spent, ({ day }) => mondayOf(day))
  return Array.from({ length: weeks }, (_, index) => {
    const monday = addDays(mondayOf(last), -7 * (weeks - 1 - index))
    const minutes = { ...noTime }
    for (const each of byWeek.get(monday) ?? []) minutes[each.use] += each.minutes
    const total = timeUses.reduce((sum, use) => sum + minutes[use], 0)
    return { monday, minutes, total, expected: expectedIn(monday, posts) }
  })
}

const noTime: Readonly<Record<TimeUse, number>> = {
  accompaniment: 0,
  preparation: 0,
  travel: 0,
  training: 0,
  community: 0,
  rest: 0,
}

/** The first day that as many weeks begin on. */
export function firstOfWeeks(last: CalendarDay, weeks: number): CalendarDay {
  return addDays(mondayOf(last), -7 * (weeks - 1))
}

/** Two halves of a week add up; of one that isn't known, neither is the sum. */
function expectedIn(monday: CalendarDay, posts: readonly WorkedPost[]): number | null {
  const each = posts.map((post) => expectedAt(post, monday))
  const known = each.filter((minutes) => minutes !== null)
  return known.length < each.length ? null : Math.round(known.reduce((sum, minutes) => sum + minutes, 0))
}

function expectedAt({ contracts, absences }: WorkedPost, monday: CalendarDay): number | null {
  let minutes = 0
  for (let day = monday; day <= addDays(monday, 4); day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    for (const { weeklyMinutes } of contracts.filter((contract) => holds(contract, day))) {
      if (weeklyMinutes === null) return null
      // The hours of a part-time week are those of the days on which one works.
      const days = 5 - idleWeekdays(absences, day).size
      if (days > 0) minutes += (weeklyMinutes / days) * (1 - absentOn(absences, day))
    }
  }
  return minutes
}

function holds({ starts, ends }: WorkingTime, day: CalendarDay): boolean {
  return starts <= day && (ends === null || day <= ends)
}
