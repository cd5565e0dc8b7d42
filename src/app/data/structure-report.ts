import * as z from 'zod/mini'
import { structureReportSchema, type StructureReport } from '../../domain/access/structure-report.ts'
import type { DocumentId, StructureId } from '../../domain/ids.ts'
import type { CountedOutcome } from './counted-elsewhere.ts'
import type { CoopDatabase } from './database.ts'
import { datedSchema, type DatedAnswer } from './dated-answer.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'
import { keepAnswer, readKeptAnswer } from './kept-answer.ts'
import { readRefusalOf } from './read-refusal.ts'
import { readKeptActivity } from './structure-activities.ts'
import { structureViewKey } from './structure-views.ts'

/** One report of a structure. */
export interface ReportQuestion {
  readonly structureId: StructureId
  readonly report: DocumentId
}

/** Null where the structure reads no such report: it was deleted, or never was one of theirs. */
export type ReportAnswer = DatedAnswer<StructureReport | null>

/** Reports that are kept for reading without network, those that were opened last. */
const mostReports = 20

const keptSchema = datedSchema(z.nullable(structureReportSchema))

/** One report with what became of it, from the server, which writes down that it is read. */
export async function fetchStructureReport(
  { structureId, report }: ReportQuestion,
  fetch: Fetch = browserFetch,
): Promise<CountedOutcome<ReportAnswer>> {
  const answer = await ask(fetch, {
    method: 'GET',
    path: `/api/structures/${structureId}/activities/${report}`,
  })
  const readAt = Date.now()
  if (answer?.status === 404 && answer.problem) return { ok: true, figures: { readAt, said: null } }
  const said = structureReportSchema.safeParse(answer?.json)
  if (answer?.status === 200 && said.success) return { ok: true, figures: { readAt, said: said.data } }
  return { ok: false, reason: readRefusalOf(answer) }
}

export function keepStructureReport(
  db: CoopDatabase,
  { structureId, report }: ReportQuestion,
  figures: ReportAnswer,
): Promise<void> {
  return keepAnswer(db, structureViewKey('reports', structureId), { query: report, figures }, mostReports)
}

/** As it was opened last; else as the last list has it, without what became of it. */
export async function readKeptStructureReport(
  db: CoopDatabase,
  { structureId, report }: ReportQuestion,
): Promise<ReportAnswer | undefined> {
  const kept = await readKeptAnswer(db, structureViewKey('reports', structureId), report, keptSchema)
  if (kept) return kept
  const listed = await readKeptActivity(db, { structureId, id: report })
  return listed && { readAt: listed.readAt, said: { activity: listed.activity, history: [], readings: [] } }
}
