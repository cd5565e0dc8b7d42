import { frenchDayOf, type CalendarDay } from '../../../src/domain/calendar-day.ts'
import { daysOfMonth, type CalendarMonth } from '../../../src/domain/calendar-month.ts'
import { documentIdSchema } from '../../../src/domain/ids.ts'
import type { JsonObject } from '../../../src/domain/json.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { demonstrationAssignments } from '../../../src/server/demonstration/demonstration-assignments.ts'
import { association } from '../../../src/server/demonstration/demonstration-structures.ts'
import { seededRandom } from '../../../src/server/demonstration/seeded-random.ts'
import { monthStandings } from '../../../src/server/seals/month-standings.ts'
import { readMonth } from '../../../src/server/seals/read-month.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { inTransaction, snapshotRead } from '../../../src/server/store/transaction.ts'
import { writeServerDocument } from '../../../src/server/sync/write-server-document.ts'
import { dayOf, type FiledReport } from '../../builders/anomalies/advisor-life.ts'
import { filedAfter } from '../../builders/anomalies/retold-report.ts'
import { aReportOfKind } from '../../builders/a-report.ts'

/** How many points a month must have for the walk. */
export const pointsWanted = 3

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const random = seededRandom('walk-through')

/**
 * Makes a month of Denis's structure one with three things to look at, in the folder of a server that is stopped: what
 * the demonstration has of them already, and reports as people file them by mistake.
 */
export async function makeMonthToWalk(folder: string): Promise<CalendarMonth> {
  const store = await openStore({ folder, log: silent })
  try {
    for (const month of await monthsToVouch(store)) {
      for (const mistake of mistakes) {
        if ((await pointsLeft(store, month)) >= pointsWanted) break
        await plant(store, mistake(await reportsOf(store, month)))
      }
      if ((await pointsLeft(store, month)) === pointsWanted) return month
    }
    throw new Error('no month has three points')
  } finally {
    await store.close()
  }
}

async function monthsToVouch(store: Store): Promise<CalendarMonth[]> {
  const months = await snapshotRead(store, (db) => monthStandings(db, association.id, today()))
  return months.filter(({ standing }) => standing === 'to-vouch').map(({ month }) => month)
}

async function pointsLeft(store: Store, month: CalendarMonth): Promise<number> {
  const asked = { structure: association.id, month, person: cast.denis.id, today: today() }
  const { read } = await snapshotRead(store, (db) => readMonth(db, asked))
  return read.anomalies.filter(({ settled }) => settled === null).length
}

type Mistake = (reports: readonly FiledReport[]) => FiledReport

/** Each on a day of its own. */
const mistakes: readonly Mistake[] = [
  // Sent twice by a double tap.
  (reports) => filedAfter(random, first(reports), 4, first(reports).body),
  // Eleven hours instead of one.
  (reports) => {
    const report = last(reports)
    return filedAfter(random, report, 7200, { ...report.body, minutes: 660 })
  },
  // One person's visit, filed as a workshop.
  (reports) => {
    const { id, body } = reports[Math.floor(reports.length / 2)] ?? first(reports)
    const said = { date: body['date'] ?? '', filedOn: body['filedOn'] ?? '', place: body['place'] ?? null }
    const workshop = aReportOfKind('collectif', { ...said, anonymous: { total: 1 } })
    return filedAfter(random, { id, body }, 3600, workshop)
  },
]

async function plant(store: Store, { id, body }: FiledReport): Promise<void> {
  const { scope } = hugo()
  const at = new Date().toISOString()
  await inTransaction(store, (tx) =>
    writeServerDocument(tx, { scope, collection: 'report', id, body, by: cast.hugo.id, at }),
  )
}

/** Visits of a month, the first day first. */
async function reportsOf(store: Store, month: CalendarMonth): Promise<FiledReport[]> {
  const { from, to } = daysOfMonth(month)
  const rows = await store.db
    .selectFrom('doc')
    .select(['id', 'body'])
    .where('scope_id', '=', hugo().scope)
    .where('collection', '=', 'report')
    .where('state', '=', 'live')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  return (
    rows
      // The demonstration wrote them.
      .map(({ id, body }) => ({ id: documentIdSchema.parse(id), body: body as JsonObject }))
      .filter(({ body }) => body['kind'] === 'individuel')
      .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
  )
}

function hugo() {
  const assignment = demonstrationAssignments(today()).find(({ key }) => key === 'hugo')
  if (!assignment) throw new Error('Hugo has no assignment')
  return assignment
}

function today(): CalendarDay {
  return frenchDayOf(new Date())
}

function first(reports: readonly FiledReport[]): FiledReport {
  const [report] = reports
  if (!report) throw new Error('the month has no visit')
  return report
}

function last(reports: readonly FiledReport[]): FiledReport {
  return first(reports.toReversed())
}
