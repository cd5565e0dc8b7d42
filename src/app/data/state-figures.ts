import { stateFiguresSchema, type StateFigures } from '../../domain/access/state-figures.ts'
import type { FacetValue } from '../../domain/report/search/facets.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import type { CoopDatabase } from './database.ts'
import { countedQuery, fetchCounted, type CountedOutcome, type DaysAsked } from './counted-elsewhere.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'

/** What is asked of the figures of the nation, or of a department. */
export interface StateFiguresQuestion extends DaysAsked {
  readonly department: DepartmentCode | undefined
  /** Of facets that the State may filter by, in their order: the same filters are the same question. */
  readonly values: readonly FacetValue[]
}

/** The State's figures, counted by the server now. */
export async function fetchStateFigures(
  question: StateFiguresQuestion,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<StateFigures>> {
  return fetchCounted(fetch, `/api/state/figures?${queryOf(question)}`, stateFiguresSchema)
}

function queryOf({ department, values, ...days }: StateFiguresQuestion): string {
  return countedQuery(days, department === undefined ? {} : { departement: department }, values)
}

const key = 'state-figures'

export async function keepStateFigures(
  db: CoopDatabase,
  question: StateFiguresQuestion,
  figures: StateFigures,
): Promise<void> {
  await keepAnswer(db, key, { query: queryOf(question), figures })
}

export async function readKeptStateFigures(
  db: CoopDatabase,
  question: StateFiguresQuestion,
): Promise<StateFigures | undefined> {
  return readKeptAnswer(db, key, queryOf(question), stateFiguresSchema)
}
