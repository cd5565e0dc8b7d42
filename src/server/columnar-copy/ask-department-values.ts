import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { Months } from '../../domain/statistics/month-number.ts'
import { departmentCodes } from '../../domain/territory/departments.ts'
import { rowsOf, type ColumnarCopy } from './columnar-copy.ts'
import { profileNames } from './copied-activity.ts'
import { maskIn, masksThrough, type FilterVariants } from './filter-variants.ts'
import { numberIn } from './number-in.ts'

export interface DepartmentValuesQuestion {
  readonly variants: FilterVariants
  readonly today: CalendarDay
  readonly months: Months
}

/** The accompaniments of each value in each department over some months, by the filter that is asked for. */
export async function askDepartmentValues(
  copy: ColumnarCopy,
  { variants, today, months: { from, to } }: DepartmentValuesQuestion,
): Promise<Map<FacetValue, Float64Array>> {
  const persons = new Map<FacetValue, Float64Array>()
  const { mask, joins } = maskIn(copy, variants)
  // Grouped by profiles first, which are few, and only then by the values that each of them has.
  const byProfile = profileNames.map(
    (name) =>
      `select department, "${name}" as profile, sum(accompaniments) as persons from picked group by department, "${name}"`,
  )
  const rows = await rowsOf(
    copy.reader,
    `with picked as materialized (select * from (
        select ${mask} as mask, ${['department', 'accompaniments', ...profileNames].map((name) => `a."${name}"`).join(', ')}
        from activity a${joins}
        where a.day <= DATE '${today}' and a.department >= 0 and a.month >= ${from} and a.month < ${to})
        where mask in (${masksThrough(variants, 0)})),
      grouped as (${byProfile.join(' union all ')})
    select department, value, sum(persons)::DOUBLE from grouped join profile_value using (profile) group by department, value`,
  )
  for (const [department, code, count] of rows) {
    const [value] = copy.combinations.valuesAt(numberIn(code))
    if (value === undefined) continue
    const own = persons.get(value) ?? new Float64Array(departmentCodes.length)
    persons.set(value, own)
    own[numberIn(department)] = numberIn(count)
  }
  return persons
}
