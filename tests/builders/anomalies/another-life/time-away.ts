import type { Absence } from '../../../../src/domain/absence/absence.ts'
import { addDays, calendarDaySchema, type CalendarDay } from '../../../../src/domain/calendar-day.ts'
import { isFrenchHoliday, weekdayOf } from '../../../../src/domain/french-holidays.ts'
import type { ContractDates } from '../../../../src/domain/sync/decide.ts'
import {
  happens,
  oneOf,
  seededRandom,
  wholeBetween,
  type Random,
} from '../../../../src/server/demonstration/seeded-random.ts'
import type { Advisor } from './advisor.ts'
import { poisson } from './draws.ts'
import { schoolHolidays } from './seasons.ts'

/** Days away from work, and whether the tool was told. */
export type TimeAway = Pick<Absence, 'kind' | 'from' | 'to' | 'fromNoon' | 'toNoon' | 'weekdays'> & {
  readonly declared: boolean
}

/** Leave, sickness, training and days not worked of part-time, between two days. */
export function timeAwayOf(
  advisor: Advisor,
  contracts: readonly ContractDates[],
  from: CalendarDay,
  to: CalendarDay,
): TimeAway[] {
  const random = seededRandom(`${advisor.seed}/away`)
  const anyDay = () => workedFrom(advisor, addDays(from, wholeBetween(random, 0, 420)))
  const partTime = partTimeOf(random, advisor, contracts, to)
  const rest = [...leaveOf(random, advisor, anyDay), ...sicknessOf(random, advisor, anyDay)]
  const training = [
    ...trainingOf(random, anyDay),
    ...firstTrainingOf(random, advisor, contracts, from),
  ].filter((time) => takesPlace(advisor, time, rest))
  return [...partTime, ...rest, ...training]
}

/** Nobody is trained on leave, in bed or on a public holiday. */
function takesPlace({ department }: Advisor, { from, to }: TimeAway, rest: readonly TimeAway[]): boolean {
  return (
    !isFrenchHoliday(from, department) &&
    !isFrenchHoliday(to, department) &&
    !rest.some((time) => time.from <= to && from <= time.to)
  )
}

/** Where fewer than four days a week are worked, the others are said once for all, mostly. */
function partTimeOf(
  random: Random,
  { habits }: Advisor,
  contracts: readonly ContractDates[],
  to: CalendarDay,
): TimeAway[] {
  const idle = [0, 1, 2, 3, 4].filter((day) => habits.visits[day] === undefined)
  const declared = happens(random, 0.75)
  if (idle.length < 2) return []
  return contracts.map(({ starts, ends }) => {
    const from = addDays(to, -700) > starts ? addDays(to, -700) : starts
    return { kind: 'temps_partiel', from, to: ends ?? addDays(to, 200), weekdays: idle, declared }
  })
}

function leaveOf(random: Random, advisor: Advisor, anyDay: () => CalendarDay): TimeAway[] {
  const [autumn, christmas, winter, spring, , nextAutumn] = schoolHolidays(advisor.zone)
  const week = (holidays: { readonly from: CalendarDay } | undefined, probability: number, days: number) => {
    if (!holidays || !happens(random, probability)) return []
    const start = addDays(holidays.from, happens(random, 0.5) ? 2 : 9)
    return [leave(advisor, start, days)]
  }
  const summer = addDays(calendarDaySchema.parse('2026-07-06'), 7 * wholeBetween(random, 0, 6))
  const bridges = ['2026-05-15', '2026-07-13', '2025-11-10'].filter(() => happens(random, 0.4))
  return [
    ...week(autumn, 0.3, 4),
    ...(christmas && happens(random, 0.8)
      ? [leave(advisor, addDays(christmas.from, wholeBetween(random, 1, 6)), wholeBetween(random, 4, 12))]
      : []),
    ...week(winter, 0.5, 4),
    ...week(spring, 0.5, 4),
    leave(advisor, summer, oneOf(random, [11, 18, 18, 25])),
    ...week(nextAutumn, 0.4, 4),
    ...bridges.map((day) => leave(advisor, calendarDaySchema.parse(day), 0, tells(random, advisor))),
    ...Array.from({ length: wholeBetween(random, 2, 9) }, () =>
      leave(advisor, anyDay(), happens(random, 0.2) ? 1 : 0, tells(random, advisor), halfOf(random)),
    ),
  ]
}

/** So many days more than the first; employers know of whole weeks, and enter them. */
function leave(
  advisor: Advisor,
  day: CalendarDay,
  more: number,
  declared = true,
  half: Pick<TimeAway, 'fromNoon' | 'toNoon'> = {},
): TimeAway {
  const from = workedFrom(advisor, day)
  return { kind: 'conge', from, to: addDays(from, more), ...(more === 0 ? half : {}), declared }
}

function sicknessOf(random: Random, advisor: Advisor, anyDay: () => CalendarDay): TimeAway[] {
  const spells = Array.from({ length: poisson(random, 2.2) }, (): TimeAway => {
    const from = anyDay()
    const more = oneOf(random, [0, 0, 1, 2, 4])
    return { kind: 'maladie', from, to: addDays(from, more), declared: more > 1 || tells(random, advisor) }
  })
  const from = anyDay()
  const long: TimeAway = {
    kind: 'maladie',
    from,
    to: addDays(from, wholeBetween(random, 13, 55)),
    declared: true,
  }
  return happens(random, 0.12) ? [...spells, long] : spells
}

function trainingOf(random: Random, anyDay: () => CalendarDay): TimeAway[] {
  return Array.from({ length: wholeBetween(random, 2, 6) }, (): TimeAway => {
    const from = anyDay()
    const more = happens(random, 0.3) && weekdayOf(from) < 4 ? 1 : 0
    const half = more === 0 && happens(random, 0.6) ? halfOf(random) : {}
    return { kind: 'formation', from, to: addDays(from, more), ...half, declared: happens(random, 0.9) }
  })
}

/** Whoever begins is trained for two days of most of the first weeks. */
function firstTrainingOf(
  random: Random,
  advisor: Advisor,
  contracts: readonly ContractDates[],
  from: CalendarDay,
): TimeAway[] {
  const starts = contracts[0]?.starts
  if (starts === undefined || starts < from) return []
  const monday = addDays(starts, 7 - weekdayOf(starts))
  return Array.from({ length: 9 }, (_, week) => addDays(monday, 7 * week))
    .filter(() => happens(random, 0.85))
    .map((day): TimeAway => {
      const first = workedFrom(advisor, day)
      return { kind: 'formation', from: first, to: addDays(first, 1), declared: true }
    })
}

function halfOf(random: Random): Pick<TimeAway, 'fromNoon' | 'toNoon'> {
  if (happens(random, 0.6)) return {}
  return happens(random, 0.5) ? { fromNoon: true } : { toNoon: true }
}

function tells(random: Random, { declaresAll }: Advisor): boolean {
  return happens(random, declaresAll ? 0.97 : 0.5)
}

/** The first day from one on that this advisor works on, of the week. */
function workedFrom(advisor: Advisor, day: CalendarDay): CalendarDay {
  return advisor.habits.visits[weekdayOf(day)] === undefined ? workedFrom(advisor, addDays(day, 1)) : day
}
