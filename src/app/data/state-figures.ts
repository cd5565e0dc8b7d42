import { stateFiguresSchema, type StateFigures } from '../../domain/access/state-figures.ts'
import type { Period } from '../../domain/statistics/period.ts'
import type { TimeStep } from '../../domain/statistics/timeline.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import type { CoopDatabase } from './database.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'

/** What is asked of the figures of the nation, or of a department. */
export interface StateFiguresQuestion {
  readonly department: DepartmentCode | undefined
  readonly period: Period
  readonly before: Period
  readonly step: TimeStep
}

export type StateFiguresOutcome = { ok: true; figures: StateFigures } | { ok: false; reason: ReadRefusal }

/** The State's figures, counted by the server now. */
export async function fetchStateFigures(
  question: StateFiguresQuestion,
  fetch: Fetch = browserFetch,
): Promise<StateFiguresOutcome> {
  const answer = await ask(fetch, { method: 'GET', path: `/api/state/figures?${queryOf(question)}` })
  const figures = stateFiguresSchema.safeParse(answer?.json)
  if (answer?.status === 200 && figures.success) return { ok: true, figures: figures.data }
  return { ok: false, reason: readRefusalOf(answer) }
}

function queryOf({ period, before, step, department }: StateFiguresQuestion): string {
  const query = new URLSearchParams({
    du: period.from,
    au: period.to,
    'avant-du': before.from,
    'avant-au': before.to,
    pas: step,
    ...(department !== undefined && { departement: department }),
  })
  return query.toString()
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
