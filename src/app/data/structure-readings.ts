import { structureReadingsSchema, type StructureReadings } from '../../domain/access/readings.ts'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import type { StructureId } from '../../domain/ids.ts'
import type { CountedOutcome } from './counted-elsewhere.ts'
import type { CoopDatabase } from './database.ts'
import { datedSchema, fetchDated, type DatedAnswer } from './dated-answer.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'
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

/** Keeps the last view in the person's own database, for reading without network. */
export function keepStructureReadings(
  db: CoopDatabase,
  { structureId, month }: LogQuestion,
  figures: DatedAnswer<StructureReadings>,
): Promise<void> {
  return keepAnswer(db, structureViewKey('readings', structureId), { query: month, figures })
}

export function readKeptStructureReadings(
  db: CoopDatabase,
  { structureId, month }: LogQuestion,
): Promise<DatedAnswer<StructureReadings> | undefined> {
  const schema = datedSchema(structureReadingsSchema)
  return readKeptAnswer(db, structureViewKey('readings', structureId), month, schema)
}
