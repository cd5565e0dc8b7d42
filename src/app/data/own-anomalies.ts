import { examineReport, type ExaminedReport } from '../../domain/anomalies/examined-report.ts'
import { findAnomalies, type Anomaly } from '../../domain/anomalies/find-anomalies.ts'
import { historyDays } from '../../domain/anomalies/history-of.ts'
import { monthOfReports } from '../../domain/anomalies/month-of-reports.ts'
import type { OwnScope } from '../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import { daysOfMonth, type CalendarMonth } from '../../domain/calendar-month.ts'
import { departmentOf } from '../../domain/territory/departments.ts'
import { ownAbsences } from './absences.ts'
import type { CoopDatabase } from './database.ts'

/** A finding of one's own, and the reports that it is about. */
export interface OwnAnomaly extends Anomaly {
  readonly reports: readonly ExaminedReport[]
}

/** What deserves a look in one's own month, by the rules that the employer's list is made by, from what is on this device. */
export async function ownAnomalies(
  db: CoopDatabase,
  scopes: readonly OwnScope[],
  { month, today }: { month: CalendarMonth; today: CalendarDay },
): Promise<OwnAnomaly[]> {
  const { from } = historyDays(month).workshops
  const rows = await db.report
    .where('[state+order+id]')
    .between(['live', from], ['live', `${daysOfMonth(month).to}\uffff`])
    .toArray()
  const declared = await ownAbsences(db)
  return scopes
    .filter(({ role }) => role === 'advisor')
    .flatMap(({ scope, contracts, structureCommune }) => {
      const reports = rows
        .filter((row) => row.scope === scope)
        .flatMap(({ id, body }) => examineReport(id, body) ?? [])
      const department = structureCommune === null ? undefined : departmentOf(structureCommune)
      const absences = declared.filter((absence) => absence.scope === scope)
      const standing = { scope, month, today, contracts, absences, department }
      return findAnomalies(monthOfReports(standing, reports)).map((anomaly) => ({
        ...anomaly,
        reports: reports.filter(({ id }) => anomaly.evidence.includes(id)),
      }))
    })
}
