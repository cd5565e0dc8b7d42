import {
  barsShown,
  noBarShown,
  shownToState,
  stateFacets,
  totalsShown,
  type StateFigures,
  type StateTotals,
} from '../../domain/access/state-figures.ts'
import { barsOf, type TimeStep } from '../../domain/statistics/timeline.ts'
import { facetOf } from '../../domain/report/search/report-filter.ts'
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
  const [asked, ...others] = withFewerFilters(copyQuestion(question, period))
  const figures = await askCopy(copy, asked, stateBreakdowns)
  const around = await each(others, (other) => askCopy(copy, other, stateBreakdowns))
  const shown = shownToState(figures, around)
  const cellsShown = shown.totals.activities === null ? noBarShown : barsShown
  const barsIn = async (of: CopyQuestion) => barsOf(await askDays(copy, of), period, step)
  const areasIn = (of: CopyQuestion) => departmentsOf(copy, of)
  return {
    period,
    before: { period: before, totals: await totalsBefore(copy, question) },
    ...shown,
    step,
    bars: cellsShown(await barsIn(asked), await each(others, barsIn)),
    departments:
      question.department === undefined
        ? byCode(cellsShown(await areasIn(asked), await each(others, areasIn)))
        : null,
  }
}

async function totalsBefore(copy: ColumnarCopy, question: StateQuestion): Promise<StateTotals> {
  const [asked, ...others] = withFewerFilters(copyQuestion(question, question.before))
  const totalsIn = (of: CopyQuestion) => askCopy(copy, of, [])
  return totalsShown(await totalsIn(asked), await each(others, totalsIn))
}

/** One after the other: the engine has all processors for each. */
async function each<Q, A>(questions: readonly Q[], ask: (question: Q) => Promise<A>): Promise<A[]> {
  const answers: A[] = []
  for (const question of questions) answers.push(await ask(question))
  return answers
}

function copyQuestion({ department, values }: StateQuestion, period: Period): CopyQuestion {
  const isThere =
    department === undefined ? undefined : (commune: string) => departmentOf(commune) === department
  return { period, values, isThere }
}

/**
 * The question, then the same with fewer filters, which whoever asks it can ask too: without those of one facet, without
 * one of several values of a facet, without any.
 */
function withFewerFilters(asked: CopyQuestion): [CopyQuestion, ...CopyQuestion[]] {
  const { values } = asked
  const facets = [...new Set(values.map(facetOf))]
  const fewer = [
    ...facets.map((facet) => values.filter((value) => facetOf(value) !== facet)),
    ...values.map((value) => values.filter((other) => other !== value)),
    [],
  ]
  const different = new Map(fewer.map((some) => [some.join(' '), some]))
  different.delete(values.join(' '))
  return [asked, ...[...different.values()].map((some) => ({ ...asked, values: some }))]
}

/** What every department comes to, those where nothing was done too: they are as telling as the others. */
async function departmentsOf(copy: ColumnarCopy, asked: CopyQuestion): Promise<DepartmentCount[]> {
  const sums = new Map(
    departmentCodes.map((code): [DepartmentCode, DepartmentCount] => [
      code,
      { code, accompaniments: 0, activities: 0 },
    ]),
  )
  for (const [commune, { accompaniments, activities }] of await askCommunes(copy, asked)) {
    const department = departmentOf(commune)
    const sum = department && sums.get(department)
    if (!sum) continue
    sum.accompaniments += accompaniments
    sum.activities += activities
  }
  return [...sums.values()]
}

interface DepartmentCount {
  readonly code: DepartmentCode
  accompaniments: number
  activities: number
}

function byCode(
  departments: readonly { code: DepartmentCode; accompaniments: number | null; activities: number | null }[],
): StateFigures['departments'] {
  return Object.fromEntries(
    departments.map(({ code, accompaniments, activities }) => [code, { accompaniments, activities }]),
  )
}
