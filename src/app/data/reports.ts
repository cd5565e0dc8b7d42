import { Dexie } from 'dexie'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import { accompanimentsOf, isAccompaniment, minutesOfReport } from '../../domain/report/accompaniments.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Theme } from '../../domain/report/themes.ts'
import type { LocalRejection, PendingOp } from '../../domain/sync/pending-op.ts'
import type { LocalConflict } from './conflicts.ts'
import type { CoopDatabase, DocumentKey } from './database.ts'
import type { LocalDocument } from './local-document.ts'
import { reportIn } from '../../domain/report/report-in.ts'
import { markOf, type ReportMark } from './report-marks.ts'

export interface LocalReport {
  id: DocumentId
  scope: ScopeId
  report: Report
  mark: ReportMark
  rejection?: LocalRejection
  conflicts: LocalConflict[]
}

/** Where a page of the list begins: after this report. */
export interface ReportPosition {
  date: CalendarDay
  id: DocumentId
}

/** What this advisor chooses most, the most used first. */
export interface UsualChoices {
  minutes: number[]
  themes: Theme[]
  lieuIds: DocumentId[]
}

/** A stretch of the list. */
export interface ReportStretch {
  limit: number
  before?: ReportPosition | undefined
  /** The last of it, where it is known. */
  downTo?: ReportPosition | undefined
}

/** The newest reports by day of activity, deleted ones left out; by an index, whatever their number. */
export async function reportsByDay(db: CoopDatabase, stretch: ReportStretch): Promise<LocalReport[]> {
  return db.transaction('r', [db.report, db.outbox, db.conflict], async () =>
    withMarks(db, await liveRows(db, stretch)),
  )
}

export async function reportById(db: CoopDatabase, id: DocumentId): Promise<LocalReport | undefined> {
  return db.transaction('r', [db.report, db.outbox, db.conflict], async () => {
    const row = await db.report.where('id').equals(id).first()
    if (row?.state !== 'live') return undefined
    const [report] = await withMarks(db, [row])
    return report
  })
}

/** Reports by their keys, in that order; those that are gone meanwhile are left out. */
export async function reportsByKeys(db: CoopDatabase, keys: readonly DocumentKey[]): Promise<LocalReport[]> {
  return db.transaction('r', [db.report, db.outbox, db.conflict], async () => {
    const rows = await db.report.bulkGet([...keys])
    return withMarks(
      db,
      rows.flatMap((row) => (row?.state === 'live' ? [row] : [])),
    )
  })
}

/** How many reports what is usual is read from. */
const usualOver = 200

export async function usualChoices(db: CoopDatabase): Promise<UsualChoices> {
  const rows = await liveRows(db, { limit: usualOver })
  const reports = rows.flatMap(({ body }) => reportIn(body) ?? [])
  const accompaniments = reports.filter(isAccompaniment)
  return {
    minutes: mostUsed(accompaniments.map((report) => report.minutes)),
    themes: mostUsed(accompaniments.flatMap((report) => report.themes)),
    lieuIds: mostUsed(
      accompaniments.flatMap(({ place }) => (place.kind === 'lieu_activite' ? [place.lieuId] : [])),
    ),
  }
}

/** Accompaniments and minutes of a month, `YYYY-MM`, by this device's reports. */
export async function reportOfMonth(
  db: CoopDatabase,
  month: string,
): Promise<{ accompaniments: number; minutes: number }> {
  const rows = await db.report
    .where('[state+order+id]')
    .between(['live', month], ['live', `${month}\uffff`])
    .toArray()
  const reports = rows.flatMap(({ body }) => reportIn(body) ?? [])
  return {
    accompaniments: reports.reduce((sum, report) => sum + accompanimentsOf(report), 0),
    minutes: reports.reduce((sum, report) => sum + minutesOfReport(report), 0),
  }
}

/** A report without a day has none to stand under: it waits for the rest of it to be read. */
const firstDay = '0'

function liveRows(db: CoopDatabase, { limit, before, downTo }: ReportStretch): Promise<LocalDocument[]> {
  const upper = before ? ['live', before.date, before.id] : ['live', Dexie.maxKey]
  const lower = downTo ? ['live', downTo.date, downTo.id] : ['live', firstDay]
  return db.report
    .where('[state+order+id]')
    .between(lower, upper, true, false)
    .reverse()
    .limit(limit)
    .toArray()
}

async function withMarks(db: CoopDatabase, rows: readonly LocalDocument[]): Promise<LocalReport[]> {
  const pairs = rows.map(({ scope, id }) => [scope, id])
  const pending = rows.filter((row) => row.pending === 1).map(({ scope, id }) => [scope, id])
  const [ops, conflicts] = await Promise.all([
    db.outbox.where('[scope+id]').anyOf(pending).toArray(),
    db.conflict.where('[scope+docId]').anyOf(pairs).toArray(),
  ])
  return rows.flatMap((row) => {
    const report = reportIn(row.body)
    if (!report) return []
    const own = ops.filter((op) => op.id === row.id && op.scope === row.scope)
    const open = conflicts.filter(({ docId, scope }) => docId === row.id && scope === row.scope)
    return [markedReport(row, report, own, open)]
  })
}

function markedReport(
  { id, scope }: LocalDocument,
  report: Report,
  ops: readonly PendingOp[],
  conflicts: LocalConflict[],
): LocalReport {
  const rejection = ops.findLast((op) => op.rejected)?.rejected
  return { id, scope, report, mark: markOf(ops, conflicts), ...(rejection ? { rejection } : {}), conflicts }
}

function mostUsed<T>(values: readonly T[]): T[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
}
