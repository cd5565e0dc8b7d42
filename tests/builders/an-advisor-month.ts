import type { KnownAbsence } from '../../src/domain/anomalies/advisor-month.ts'
import { examineReport } from '../../src/domain/anomalies/examined-report.ts'
import { monthOfReports, type Standing } from '../../src/domain/anomalies/month-of-reports.ts'
import type { CalendarDay } from '../../src/domain/calendar-day.ts'
import type { CalendarMonth } from '../../src/domain/calendar-month.ts'
import type { DocumentId } from '../../src/domain/ids.ts'
import type { JsonObject } from '../../src/domain/json.ts'
import { aDocumentId, aScopeId } from './an-id.ts'

export type IdentifiedBody = readonly [DocumentId, JsonObject]

/** An advisor's November 2026, looked at in December, from bodies of reports of any month. */
export function anAdvisorMonth(
  bodies: readonly JsonObject[] | readonly IdentifiedBody[],
  fields: Partial<Standing> = {},
) {
  return monthOfReports(
    {
      scope: aScopeId(),
      // Days of tests are days.
      month: '2026-11' as CalendarMonth,
      today: '2026-12-05' as CalendarDay,
      contracts: [{ starts: '2025-01-01' as CalendarDay, ends: null }],
      absences: [],
      department: '09',
      ...fields,
    },
    bodies.map(identified).flatMap(([id, body]) => examineReport(id, body) ?? []),
  )
}

function identified(body: JsonObject | IdentifiedBody): IdentifiedBody {
  return isIdentified(body) ? body : [aDocumentId(), body]
}

function isIdentified(body: JsonObject | IdentifiedBody): body is IdentifiedBody {
  return Array.isArray(body)
}

/** Days off, from one to another. */
export function anAbsence(from: string, to = from, kind = 'conge'): KnownAbsence {
  return { from: from as CalendarDay, to: to as CalendarDay, kind }
}
