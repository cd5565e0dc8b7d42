import {
  ownReadingsSchema,
  reportReadingsSchema,
  type OwnReadings,
  type ReportReadings,
} from '../../domain/access/readings.ts'
import type { CalendarMonth } from '../../domain/calendar-month.ts'
import type { DocumentId } from '../../domain/ids.ts'
import type { CountedOutcome } from './counted-elsewhere.ts'
import type { CoopDatabase } from './database.ts'
import { datedSchema, fetchDated, type DatedAnswer } from './dated-answer.ts'
import { browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'

const monthKey = 'own-readings'
const reportKey = 'report-readings'

/** Reports whose readers are kept for reading without network, those that were opened last. */
const mostReports = 100

/** Who read one's reports in a month, from the server. */
export function fetchOwnReadings(
  month: CalendarMonth,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<DatedAnswer<OwnReadings>>> {
  return fetchDated(fetch, `/api/own-readings?mois=${month}`, ownReadingsSchema)
}

export function keepOwnReadings(
  db: CoopDatabase,
  month: CalendarMonth,
  figures: DatedAnswer<OwnReadings>,
): Promise<void> {
  return keepAnswer(db, monthKey, { query: month, figures })
}

export function readKeptOwnReadings(
  db: CoopDatabase,
  month: CalendarMonth,
): Promise<DatedAnswer<OwnReadings> | undefined> {
  return readKeptAnswer(db, monthKey, month, datedSchema(ownReadingsSchema))
}

/** Who read one report of one's own, from the server. */
export function fetchReportReadings(
  report: DocumentId,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<DatedAnswer<ReportReadings>>> {
  return fetchDated(fetch, `/api/own-readings/reports/${report}`, reportReadingsSchema)
}

export function keepReportReadings(
  db: CoopDatabase,
  report: DocumentId,
  figures: DatedAnswer<ReportReadings>,
): Promise<void> {
  return keepAnswer(db, reportKey, { query: report, figures }, mostReports)
}

export function readKeptReportReadings(
  db: CoopDatabase,
  report: DocumentId,
): Promise<DatedAnswer<ReportReadings> | undefined> {
  return readKeptAnswer(db, reportKey, report, datedSchema(reportReadingsSchema))
}
