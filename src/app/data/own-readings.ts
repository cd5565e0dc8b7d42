import {
  ownReadingsSchema,
  reportReadingsSchema,
  type OwnReadings,
  type ReportReadings,
} from '../../domain/access/readings.ts'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import type { DocumentId } from '../../domain/ids.ts'
import type { CountedOutcome } from './counted-elsewhere.ts'
import { datedSchema, fetchDated, type DatedAnswer } from './dated-answer.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keptViews } from './kept-answer.ts'

/** Reports whose readers are kept for reading without network, those that were opened last. */
const mostReports = 100

/** Who read one's reports in a month, from the server. */
export function fetchOwnReadings(
  month: CalendarMonth,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<DatedAnswer<OwnReadings>>> {
  return fetchDated(fetch, `/api/own-readings?mois=${month}`, ownReadingsSchema)
}

export const { keep: keepOwnReadings, readKept: readKeptOwnReadings } = keptViews<
  CalendarMonth,
  DatedAnswer<OwnReadings>
>({
  key: () => 'own-readings',
  query: (month) => month,
  schema: datedSchema(ownReadingsSchema),
})

/** Who read one report of one's own, from the server. */
export function fetchReportReadings(
  report: DocumentId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<DatedAnswer<ReportReadings>>> {
  return fetchDated(fetch, `/api/own-readings/reports/${report}`, reportReadingsSchema)
}

export const { keep: keepReportReadings, readKept: readKeptReportReadings } = keptViews<
  DocumentId,
  DatedAnswer<ReportReadings>
>({
  key: () => 'report-readings',
  query: (report) => report,
  schema: datedSchema(reportReadingsSchema),
  most: mostReports,
})
