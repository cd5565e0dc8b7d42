import { structureReadingsSchema, type StructureReadings } from '../../domain/access/readings.ts'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import type { StructureId } from '../../domain/ids.ts'
import type { CountedOutcome } from './counted-elsewhere.ts'
import { datedSchema, fetchDated, type DatedAnswer } from './dated-answer.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'
import { structureViewKey } from './structure-views.ts'

/** A month of a structure's log of readings. */
export interface LogQuestion {
  readonly structureId: StructureId
  readonly month: CalendarMonth
}

/** What members of a structure read in a month, from the server. */
export function fetchStructureReadings(
  { structureId, month }: LogQuestion,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<DatedAnswer<StructureReadings>>> {
  return fetchDated(fetch, `/api/structures/${structureId}/readings?mois=${month}`, structureReadingsSchema)
}

export const { keep: keepStructureReadings, readKept: readKeptStructureReadings } = keptViews<
  LogQuestion,
  DatedAnswer<StructureReadings>
>({
  key: ({ structureId }) => structureViewKey('readings', structureId),
  query: ({ month }) => month,
  schema: datedSchema(structureReadingsSchema),
})
