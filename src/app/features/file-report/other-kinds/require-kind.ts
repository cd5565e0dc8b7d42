import type { ReportKind } from '../../../../domain/report/kinds.ts'
import type { Report, ReportOf } from '../../../../domain/report/report.ts'

/** A report of the kind that its form is for; anything else is a fault of the caller. */
export function requireKind<Kind extends ReportKind>(report: Report, kind: Kind): ReportOf<Kind> {
  if (report.kind !== kind) throw new Error(`a report of the kind ${report.kind} in the form of ${kind}`)
  // The kind was looked at: the compiler doesn't narrow a union by a type parameter.
  return report as ReportOf<Kind>
}
