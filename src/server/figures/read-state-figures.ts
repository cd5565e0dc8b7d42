import {
  barsShown,
  shownToState,
  stateFacets,
  totalsShown,
  type StateFigures,
} from '../../domain/access/state-figures.ts'
import { barsOf, type TimeStep } from '../../domain/statistics/timeline.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { departmentCodes, departmentOf, type DepartmentCode } from '../../domain/territory/departments.ts'
import { allBreakdowns, askCommunes, askCopy, askDays } from '../columnar-copy/ask-copy.ts'
import type { CopiedValue, CopyQuestion } from '../columnar-copy/asked-rows.ts'
import type { ColumnarCopy } from '../columnar-copy/columnar-copy.ts'

export interface StateQuestion {
  readonly period: Period
  /** The period that its totals are compared with. */
  readonly before: Period
  readonly step: TimeStep
  /** Undefined for the nation. */
  readonly department: DepartmentCode | undefined
  readonly values: readonly CopiedValue[]
}

/** Fewer columns are read faster. */
export const stateBreakdowns = allBreakdowns.filter((facet) => stateFacets.some((shown) => shown === facet))

/** A value that the State may filter by. */
export function isStateValue(value: string): value is CopiedValue {
  return stateFacets.some((facet) => value.startsWith(`${facet}:`))
}

/** Figures of the nation or of a department, as the State reads them: small counts hidden. */
export async function stateFiguresOf(
  copy: ColumnarCopy,
  question: StateQuestion,
): Promise<Omit<StateFigures, 'countedAt'>> {
  const { period, before, step } = question
  const asked = copyQuestion(question, period)
  const figures = await askCopy(copy, asked, stateBreakdowns)
  const earlier = await askCopy(copy, copyQuestion(question, before), [])
  return {
    period,
    before: { period: before, totals: totalsShown(earlier) },
    ...shownToState(figures),
    step,
    bars: barsShown(barsOf(await askDays(copy, asked), period, step)),
    departments: question.department === undefined ? await departmentsOf(copy, asked) : null,
  }
}

function copyQuestion({ department, values }: StateQuestion, period: Period): CopyQuestion {
  const isThere =
    department === undefined ? undefined : (commune: string) => departmentOf(commune) === department
  return { period, values, isThere }
}

/** Every department, those where nothing was done too: they are as telling as the others. */
async function departmentsOf(copy: ColumnarCopy, asked: CopyQuestion): Promise<StateFigures['departments']> {
  const sums = new Map(departmentCodes.map((code) => [code, { accompaniments: 0, activities: 0 }]))
  for (const [commune, { accompaniments, activities }] of await askCommunes(copy, asked)) {
    const department = departmentOf(commune)
    const sum = department && sums.get(department)
    if (!sum) continue
    sum.accompaniments += accompaniments
    sum.activities += activities
  }
  const shown = barsShown([...sums].map(([code, sum]) => ({ code, ...sum })))
  return Object.fromEntries(
    shown.map(({ code, accompaniments, activities }) => [code, { accompaniments, activities }]),
  )
}
