import type { KnownAbsence } from '../../../src/domain/anomalies/advisor-month.ts'
import { examineReport, type ExaminedReport } from '../../../src/domain/anomalies/examined-report.ts'
import { findAnomalies, type Anomaly } from '../../../src/domain/anomalies/find-anomalies.ts'
import { monthOfReports } from '../../../src/domain/anomalies/month-of-reports.ts'
import type { RuleVersions } from '../../../src/domain/anomalies/thresholds.ts'
import type { CalendarDay } from '../../../src/domain/calendar-day.ts'
import type { CalendarMonth } from '../../../src/domain/calendar-month.ts'
import type { DocumentId, ScopeId } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import type { ContractDates } from '../../../src/domain/sync/decide.ts'

export interface FiledReport {
  readonly id: DocumentId
  readonly body: JsonObject
}

/** Everything that an advisor filed at a structure, and what is known of them there. */
export interface AdvisorLife {
  readonly scope: ScopeId
  readonly contracts: readonly ContractDates[]
  readonly absences: readonly KnownAbsence[]
  readonly department: string
  readonly reports: readonly FiledReport[]
}

/** What deserves a look in one month of a life; by the numbers that held then, if no others are given. */
export function anomaliesOf(
  life: AdvisorLife,
  month: CalendarMonth,
  today: CalendarDay,
  versions?: RuleVersions,
): Anomaly[] {
  const { scope, contracts, absences, department, reports } = life
  const examined = reports.flatMap((report) => examinedOnce(report) ?? [])
  const standing = { scope, month, today, contracts, absences, department }
  return findAnomalies(monthOfReports(standing, examined), versions)
}

/** The day that a body says. */
export function dayOf({ body }: FiledReport): CalendarDay {
  // Bodies here are made by the generator, from its own days.
  return body['date'] as CalendarDay
}

/** The day on which a body says that it was filed. */
export function filedOnOf({ body }: FiledReport): CalendarDay {
  // As above.
  return body['filedOn'] as CalendarDay
}

/** A report of a life is looked at in many months, and never changes. */
const examinedReports = new WeakMap<FiledReport, ExaminedReport>()

function examinedOnce(report: FiledReport): ExaminedReport | undefined {
  const examined = examinedReports.get(report) ?? examineReport(report.id, report.body)
  if (examined) examinedReports.set(report, examined)
  return examined
}
