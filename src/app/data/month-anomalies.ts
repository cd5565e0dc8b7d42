import {
  monthAnomaliesSchema,
  settlementsAnswerSchema,
  type MonthAnomalies,
  type SettlementsAnswer,
  type SettleRequest,
} from '../../domain/access/month-anomalies.ts'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import type { StructureId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { ask, browserFetch, type Fetch, type HttpAnswer } from './http-client.ts'
import { keptViews } from './kept-answer.ts'
import { structureViewKey } from './structure-views.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'

/** Which month of which structure. */
export interface AskedMonth {
  readonly structure: StructureId
  readonly month: CalendarMonth
}

/** What deserves a look in a structure's month, from the server now. */
export async function fetchMonthAnomalies(
  asked: AskedMonth,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<MonthAnomalies>> {
  return fetchCounted(fetch, addressOf(asked), monthAnomaliesSchema)
}

export const { keep: keepMonthAnomalies, readKept: readKeptAnomalies } = keptViews<
  AskedMonth,
  MonthAnomalies
>({
  key: ({ structure }) => structureViewKey('anomalies', structure),
  query: ({ month }) => month,
  schema: monthAnomaliesSchema,
})

/** What became of a sentence; `gone` where the facts have changed since they were read. */
export type SettleOutcome =
  { ok: true; said: SettlementsAnswer } | { ok: false; reason: ReadRefusal | 'gone' }

/** Sends a sentence on a finding. Sent again with the same id, it is written once. */
export async function sendSettlement(
  asked: AskedMonth,
  body: SettleRequest,
  fetch: Fetch = browserFetch,
): Promise<SettleOutcome> {
  return outcomeOf(await ask(fetch, { method: 'POST', path: `${addressOf(asked)}/settle`, body }))
}

/** Takes a sentence back. */
export async function sendWithdrawal(
  structure: StructureId,
  settlement: string,
  fetch: Fetch = browserFetch,
): Promise<SettleOutcome> {
  const path = `/api/structures/${structure}/anomaly-settlements/${settlement}`
  return outcomeOf(await ask(fetch, { method: 'DELETE', path }))
}

function outcomeOf(answer: HttpAnswer | undefined): SettleOutcome {
  const said = settlementsAnswerSchema.safeParse(answer?.json)
  if (answer?.status === 200 && said.success) return { ok: true, said: said.data }
  return { ok: false, reason: answer?.status === 404 && answer.problem ? 'gone' : readRefusalOf(answer) }
}

function addressOf({ structure, month }: AskedMonth): string {
  return `/api/structures/${structure}/months/${month}/anomalies`
}
