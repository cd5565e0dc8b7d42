import { Dexie } from 'dexie'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId } from '../../domain/ids.ts'
import { namedIn, placeOfReport } from '../../domain/report/accompaniments.ts'
import type { Report } from '../../domain/report/report.ts'
import type { CoopDatabase } from './database.ts'
import { resolverOfRows } from './people-of-rows.ts'
import { reportIn } from '../../domain/report/report-in.ts'

/** What a report that is being typed says of whom, when and where. */
export interface Filing {
  /** The report itself, which is not its own double. */
  id: DocumentId
  date: CalendarDay
  /** Id of a place of activity, or a kind of place without one. */
  place: string
  /** The advisor's own beneficiaries that it names. */
  people: readonly string[]
  /** Title of a workshop; empty where it has none. */
  title: string
}

/** Reports of the same person, or of the same workshop, that day and in that place: probably the same one. */
export async function alreadyFiled(
  db: CoopDatabase,
  filing: Filing,
): Promise<{ id: DocumentId; report: Report }[]> {
  const people = await pagesOfPeople(db, filing.people)
  const rows = await db.report
    .where('[state+order+id]')
    .between(['live', filing.date, Dexie.minKey], ['live', filing.date, Dexie.maxKey])
    .toArray()
  return rows.flatMap(({ id, body }) => {
    const report = id === filing.id ? undefined : reportIn(body)
    return report && isSame(report, { ...filing, people }) ? [{ id, report }] : []
  })
}

/** Every id that earlier reports may name these people by. */
async function pagesOfPeople(db: CoopDatabase, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return ids
  const rows = await db.beneficiary.toArray()
  const resolve = resolverOfRows(rows)
  const wanted = new Set(ids.flatMap((id) => resolve(id) ?? []))
  return [...ids, ...rows.map(({ id }) => id).filter((id) => wanted.has(resolve(id) ?? ''))]
}

function isSame(report: Report, { place, people, title }: Filing): boolean {
  const where = placeOfReport(report)
  if ((where?.kind === 'lieu_activite' ? where.lieuId : where?.kind) !== place) return false
  const isSamePerson = namedIn(report).some((id) => people.includes(id))
  return isSamePerson || (report.kind === 'collectif' && title !== '' && report.title === title)
}
