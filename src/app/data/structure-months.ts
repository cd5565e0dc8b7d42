import {
  monthToVouchSchema,
  structureMonthsSchema,
  type MonthToVouch,
  type SealId,
  type VouchRequest,
} from '../../domain/access/structure-months.ts'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import type { StructureId } from '../../domain/ids.ts'
import { fetchCounted, type CountedOutcome } from './counted-elsewhere.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'
import { keptStructureView, structureViewPath } from './kept-structure-view.ts'
import { readRefusalOf, type ReadRefusal } from './read-refusal.ts'
import { structureViewKey } from './structure-views.ts'

/** Which month of which structure. */
export interface AskedMonthToVouch {
  readonly structure: StructureId
  readonly month: CalendarMonth
}

/** Where each of a structure's months stands, from the server now: a list that is kept beside the months. */
export const {
  fetch: fetchMonths,
  keep: keepMonths,
  readKept: readKeptMonths,
} = keptStructureView({ view: 'months', query: 'liste', schema: structureMonthsSchema })

/** All that one reads of a month before vouching for it, from the server now. */
export async function fetchMonthToVouch(
  asked: AskedMonthToVouch,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<MonthToVouch>> {
  return fetchCounted(fetch, monthPath(asked), monthToVouchSchema)
}

export const { keep: keepMonthToVouch, readKept: readKeptMonthToVouch } = keptViews<
  AskedMonthToVouch,
  MonthToVouch
>({
  key: ({ structure }) => structureViewKey('months', structure),
  query: ({ month }) => month,
  schema: monthToVouchSchema,
})

/** Why one's word was not kept. */
export type VouchRefusal = ReadRefusal | (typeof coded)[number]

const coded = ['month-changed', 'already-vouched', 'too-early-to-vouch'] as const

export type VouchOutcome = { ok: true; month: MonthToVouch } | { ok: false; reason: VouchRefusal }

/** Gives one's word on a month as it was read. Sent again with the same id, it is given once. */
export async function sendVouching(
  asked: AskedMonthToVouch,
  body: VouchRequest,
  fetch: Fetch = browserFetch,
): Promise<VouchOutcome> {
  const answer = await ask(fetch, { method: 'POST', path: `${monthPath(asked)}/seals`, body })
  const vouched = monthToVouchSchema.safeParse(answer?.json)
  if (answer?.status === 201 && vouched.success) return { ok: true, month: vouched.data }
  const reason = coded.find((code) => code === answer?.problem?.code)
  return { ok: false, reason: reason ?? readRefusalOf(answer) }
}

/** Where the attestation of a seal is had, as a PDF. */
export function attestationHref(structure: StructureId, seal: SealId): string {
  return `/api/structures/${structure}/seals/${seal}/attestation.pdf`
}

function monthPath({ structure, month }: AskedMonthToVouch): string {
  return `${structureViewPath('months', structure)}/${month}`
}
