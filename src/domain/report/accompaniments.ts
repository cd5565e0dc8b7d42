import type { Report } from './report.ts'

/**
 * How many accompaniments a report counts for: one person × one activity (domain.md, "What is counted").
 */
export function accompanimentsOf(report: Report): number {
  switch (report.kind) {
    case 'individuel':
      return 1
  }
}
