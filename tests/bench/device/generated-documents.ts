import { calendarDaySchema, frenchDayOf } from '../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import {
  demonstrationAssignments,
  type DemonstrationAssignment,
} from '../../../src/server/demonstration/demonstration-assignments.ts'
import { generateReports, type GeneratedReport } from '../../../src/server/demonstration/generate-reports.ts'

/** Two years of work of one advisor, as sync.md 3.8 counts them. */
export const firstSyncReports = 6_600
/** What a device holds at most, about (sync.md 3.8). */
export const storedReports = 10_000

export interface BenchReport {
  readonly id: GeneratedReport['id']
  readonly body: JsonObject
  /** When it was filed, ISO 8601 in UTC. */
  readonly at: string
}

export const awa = assignmentOf(0)
export const bruno = assignmentOf(1)

/**
 * The newest reports of an advisor who files more, and for longer, than those of the demonstration, the oldest first:
 * the same bodies, the same ids in every process of one run.
 */
export function benchReports(advisor: DemonstrationAssignment, count: number): BenchReport[] {
  const now = new Date()
  const busy = {
    ...advisor,
    key: `bench-${advisor.key}`,
    ordinaryWeek: { low: 60, high: 70 },
    contracts: [{ starts: calendarDaySchema.parse('2012-01-02'), ends: null }],
  }
  const reports = generateReports(busy, { today: frenchDayOf(now), now })
  if (reports.length < count) throw new Error(`only ${reports.length} reports were generated`)
  return reports.slice(-count).map(({ id, report, filedAt }) => ({
    id,
    // A report is JSON by its schema.
    body: report as JsonObject,
    at: filedAt.toISOString(),
  }))
}

function assignmentOf(index: number): DemonstrationAssignment {
  const assignment = demonstrationAssignments(frenchDayOf(new Date()))[index]
  if (!assignment) throw new Error('the demonstration has two advisors at least')
  return assignment
}
