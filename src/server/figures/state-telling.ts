import {
  stateTellingPoints,
  untoldDepartments,
  untoldValues,
  type FilteredSeries,
} from '../../domain/access/untold-of-state.ts'
import type { Untold } from '../../domain/access/state-figures.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { Months } from '../../domain/statistics/month-number.ts'
import { hiddenCells } from '../../domain/statistics/small-counts.ts'
import { isToldBetween } from '../../domain/statistics/telling-points.ts'
import { departmentCodes, type DepartmentCode } from '../../domain/territory/departments.ts'
import type { StateMonths } from './count-state-months.ts'

/** What is told of any months, by what all the others tell. */
export interface StateTelling {
  /** Of the territory that is asked for. */
  isTotalTold(months: Months): boolean
  /** Places of departments of which nothing is told. */
  untoldDepartments(months: Months): ReadonlySet<number>
}

export function stateTelling(counted: StateMonths, department: DepartmentCode | undefined): StateTelling {
  const { first, totals, departments } = counted
  const [nation] = departments.map((filter) => filter.nation.accompaniments)
  const territories = departmentCodes.map((_, place) => {
    const [asked = none, ...around] = departments.map(
      (filter) => filter.departments[place]?.accompaniments ?? none,
    )
    return { persons: asked, points: stateTellingPoints({ asked, around }, nation, first) }
  })
  const untold = (months: Months) => untoldDepartments(territories, first, months)
  const [asked = none, ...around] = totals.map(({ accompaniments }) => accompaniments)
  const points = stateTellingPoints({ asked, around }, undefined, first)
  const place = department === undefined ? undefined : departmentCodes.indexOf(department)
  return {
    untoldDepartments: untold,
    isTotalTold: (months) =>
      place === undefined
        ? isToldBetween(points, first, months)
        : isToldBetween(territories[place]?.points ?? [], first, months) && !untold(months).has(place),
  }
}

/** What isn't told of the months that are asked for. */
export function untoldOf(
  counted: StateMonths,
  telling: StateTelling,
  { months, department }: { readonly months: Months; readonly department: DepartmentCode | undefined },
): Untold {
  const { first, totals, departmentValues } = counted
  const values = untoldValues(seriesOfValues(counted), totals[0]?.accompaniments ?? none, first, months)
  const place = department === undefined ? -1 : departmentCodes.indexOf(department)
  for (const [value, persons] of departmentValues ?? [])
    if (hiddenCells(Array.from(persons), new Set(values.has(value) ? [place] : [])).has(place))
      values.add(value)
  return { isTotal: !telling.isTotalTold(months), values }
}

function seriesOfValues({ values, totals }: StateMonths): Map<FacetValue, FilteredSeries> {
  const [asked = new Map(), ...around] = values
  const zeros = new Float64Array(totals[0]?.accompaniments.length ?? 0)
  return new Map(
    [...asked].map(([value, { accompaniments }]) => [
      value,
      {
        asked: accompaniments,
        around: around.map((other) => other.get(value)?.accompaniments ?? zeros),
      },
    ]),
  )
}

const none = new Float64Array()
