import type { ActivityFigures, AnonymousCount } from '../../domain/access/state-figures.ts'
import { sumBetween } from '../../domain/access/untold-of-state.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import { medianOf } from '../../domain/statistics/filing-delay.ts'
import type { MonthNumber, Months } from '../../domain/statistics/month-number.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { askDepartmentValues } from '../columnar-copy/ask-department-values.ts'
import {
  askMonths,
  firstMonthCopied,
  type DepartmentMonths,
  type MonthTotals,
  type MonthWeights,
} from '../columnar-copy/ask-months.ts'
import type { CopiedValue } from '../columnar-copy/copied-activity.ts'
import type { ColumnarCopy } from '../columnar-copy/columnar-copy.ts'
import { filterVariants, unfiltered, type FilterVariants } from '../columnar-copy/filter-variants.ts'

export interface StateQuestion {
  /** None of them after this month. */
  readonly months: Months
  readonly today: CalendarDay
  /** Undefined for the nation. */
  readonly department: DepartmentCode | undefined
  readonly values: readonly CopiedValue[]
}

/**
 * What activities come to by month, since the first of all: what a period may tell is known by the others. Everything by
 * filter, the one that is asked for first, none at all last.
 */
export interface StateMonths {
  readonly variants: FilterVariants
  readonly first: MonthNumber
  readonly totals: readonly MonthTotals[]
  readonly values: readonly ReadonlyMap<FacetValue, MonthWeights>[]
  readonly departments: readonly DepartmentMonths[]
  /** Of the months that are asked for, by days. */
  readonly delays: ReadonlyMap<number, number>
  /** Persons of the months that are asked for in each department; undefined for the nation. */
  readonly departmentValues: ReadonlyMap<FacetValue, Float64Array> | undefined
}

export async function countStateMonths(
  copy: ColumnarCopy,
  { months, today, department, values }: StateQuestion,
): Promise<StateMonths> {
  const variants = filterVariants([...new Set(values)])
  const first = Math.min(await firstMonthCopied(copy, today), months.from)
  const question = { first, today, department }
  // One after the other: they read by one connection, on which a second statement ends what a first one streams.
  const all = await askMonths(copy, { ...question, variants: unfiltered })
  const isFiltered = variants.values.length > 0
  const asked = isFiltered ? await askMonths(copy, { ...question, variants }) : undefined
  const filters = [...(asked?.filters ?? []), ...all.filters]
  return {
    variants,
    first,
    totals: filters.map(({ totals }) => totals),
    values: filters.map((filter) => filter.values),
    departments: filters.map(({ departments }) => departments),
    delays: summed((asked?.delays ?? all.delays).slice(months.from - first, months.to - first)),
    departmentValues:
      department === undefined ? undefined : await askDepartmentValues(copy, { variants, today, months }),
  }
}

/** Counts of the same things together. */
function summed(counts: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const some of counts)
    for (const [thing, count] of some) sums.set(thing, (sums.get(thing) ?? 0) + count)
  return sums
}

/** What some months come to, by each of the filters. @param isBrokenDown whether by values too */
export function activitiesBetween(
  { first, totals, values, delays }: StateMonths,
  months: Months,
  isBrokenDown: boolean,
): ActivityFigures[] {
  const between = (series: Float64Array) => sumBetween(series, first, months)
  return totals.map((total, filter) => {
    const [accompaniment, all] = [between(total.minutesOfPeople), between(total.minutes)]
    const weights = [...(isBrokenDown ? (values[filter] ?? []) : [])].map(
      ([value, weight]) =>
        [
          value,
          {
            activities: between(weight.activities),
            accompaniments: between(weight.accompaniments),
            minutes: between(weight.minutes),
          },
        ] as const,
    )
    return {
      activities: between(total.activities),
      accompaniments: between(total.accompaniments),
      minutes: { accompaniment, rest: all - accompaniment, total: all },
      eventParticipants: between(total.eventParticipants),
      weights: new Map(weights.filter(([, { activities }]) => activities > 0)),
      delay: delayIn(delays),
    }
  })
}

/** Anonymous people of some months, by each of the filters. */
export function anonymousBetween(
  { first, totals }: StateMonths,
  months: Months,
): (AnonymousCount & { readonly newAnonymous: number })[] {
  return totals.map(({ accompaniments, anonymous, newAnonymous }) => ({
    accompaniments: sumBetween(accompaniments, first, months),
    anonymous: sumBetween(anonymous, first, months),
    newAnonymous: sumBetween(newAnonymous, first, months),
  }))
}

function delayIn(counts: ReadonlyMap<number, number>): ActivityFigures['delay'] {
  const activities = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { activities, median: medianOf(counts, activities) }
}
