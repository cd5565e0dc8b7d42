import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId, ScopeId } from '../../domain/ids.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Theme } from '../../domain/report/themes.ts'
import type { LocalRejection } from '../../domain/sync/pending-op.ts'
import type { LocalConflict } from './conflicts.ts'
import type { CoopDatabase } from './database.ts'

export type ReportMark = 'on-device' | 'sent' | 'to-correct' | 'two-versions'

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

export interface UsualChoices {
  minutes: number[]
  themes: Theme[]
  lieuIds: DocumentId[]
}

export async function reportsByDay(
  _db: CoopDatabase,
  _page: { limit: number; before?: ReportPosition },
): Promise<LocalReport[]> {
  throw new Error('reportsByDay is not built yet')
}

export async function reportById(_db: CoopDatabase, _id: DocumentId): Promise<LocalReport | undefined> {
  throw new Error('reportById is not built yet')
}

export async function usualChoices(_db: CoopDatabase): Promise<UsualChoices> {
  throw new Error('usualChoices is not built yet')
}

/** Accompaniments and minutes of a month, `YYYY-MM`. */
export async function reportOfMonth(
  _db: CoopDatabase,
  _month: string,
): Promise<{ accompaniments: number; minutes: number }> {
  throw new Error('reportOfMonth is not built yet')
}
