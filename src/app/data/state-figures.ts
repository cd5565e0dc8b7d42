import { stateFiguresSchema, type StateFigures } from '../../domain/access/state-figures.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { inLines } from './answer-in-lines.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'

/** What is asked of the figures of the nation, or of a department. */
export interface StateFiguresQuestion {
  /** Whole months; the last one may be the running one. */
  readonly months: Period
  readonly department: DepartmentCode | undefined
  /** Of facets that the State may filter by, in their order: the same filters are the same question. */
  readonly values: readonly FacetValue[]
}

/** The State's figures, counted by the server now. @param early takes them as far as they are known before */
export async function fetchStateFigures(
  question: StateFiguresQuestion,
  early: (figures: StateFigures) => void = () => undefined,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StateFigures>> {
  const onLine = (known: unknown) => {
    const figures = stateFiguresSchema.safeParse(known)
    if (figures.success && !figures.data.isWhole) early(figures.data)
  }
  return fetchCounted(inLines(fetch, onLine), `/api/state/figures?${queryOf(question)}`, stateFiguresSchema)
}

function queryOf({ months, department, values }: StateFiguresQuestion): string {
  const territory = department === undefined ? {} : { departement: department }
  const query = new URLSearchParams({ du: months.from, au: months.to, ...territory })
  for (const value of values) query.append('filtre', value)
  return query.toString()
}

export const { keep: keepStateFigures, readKept: readKeptStateFigures } = keptViews<
  StateFiguresQuestion,
  StateFigures
>({
  key: () => 'state-figures',
  query: queryOf,
  schema: stateFiguresSchema,
})
