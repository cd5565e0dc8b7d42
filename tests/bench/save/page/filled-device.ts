import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { schemaVersion } from '../../../../src/domain/sync/limits.ts'
import { documentHash } from '../../../../src/domain/sync/digest.ts'
import type { CoopDatabase } from '../../../../src/app/data/database.ts'
import { demonstrationAssignments } from '../../../../src/server/demonstration/demonstration-assignments.ts'
import { generateReports } from '../../../../src/server/demonstration/generate-reports.ts'

const today = calendarDaySchema.parse('2026-11-23')
const [assignment] = demonstrationAssignments(today)
if (!assignment) throw new Error('the demonstration has an advisor')

/** The advisor whose device it is, and the scope of the reports. */
export const { scope, person } = assignment

const reports = generateReports(assignment, { today, now: new Date('2026-11-23T18:00:00Z') })

/** Bodies to save, all valid and all different: reports of the demonstration, in turn. */
export function bodyNumber(index: number): JsonObject {
  const generated = reports[index % reports.length]
  if (!generated) throw new Error('the demonstration has reports')
  // A report is JSON by its schema.
  return generated.report as JsonObject
}

/** Fills a device with two years of reports that the server has: a save on an empty database would prove little. */
export async function fillDevice(db: CoopDatabase): Promise<number> {
  await db.report.bulkPut(
    reports.map(({ id, report }, index) => ({
      id,
      scope,
      collection: 'report',
      state: 'live',
      // A report is JSON by its schema.
      body: report as JsonObject,
      order: report.date,
      pending: 0,
      server: {
        rev: 1,
        seq: index + 1,
        state: 'live',
        schema: schemaVersion,
        generation: 0,
        h: documentHash(id, 1, 'live').toString(),
      },
    })),
  )
  return reports.length
}
