import { calendarDaySchema } from '../../../../src/domain/calendar-day.ts'
import { happens, oneOf, seededRandom } from '../../../../src/server/demonstration/seeded-random.ts'
import { seededDocumentId } from '../../../../src/server/demonstration/seeded-uuid.ts'
import { filedOnOf, type FiledReport } from '../advisor-life.ts'
import type { Advisor } from './advisor.ts'

/** Some came from another tool: what they had filed before comes in at once, from a file. */
export function bringIn({ seed }: Advisor, reports: readonly FiledReport[]): FiledReport[] {
  const random = seededRandom(`${seed}/brought-in`)
  const day = calendarDaySchema.parse(oneOf(random, ['2025-12-04', '2026-01-12', '2026-02-02', '2026-03-17']))
  if (!happens(random, 0.1)) return [...reports]
  const start = Date.parse(`${day}T09:20:00Z`)
  return reports.map((report, line) =>
    filedOnOf(report) < day
      ? {
          id: seededDocumentId(random, new Date(start + 3 * line)),
          body: { ...report.body, filedOn: day, imported: true },
        }
      : report,
  )
}
