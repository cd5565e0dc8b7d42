import { reportIdOf } from '../../domain/appointment/name-based-id.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { DocumentId } from '../../domain/ids.ts'
import type { LocalRejection, PendingOp } from '../../domain/sync/pending-op.ts'
import { appointmentsToComplete, type LocalAppointment } from './appointments.ts'
import type { CoopDatabase } from './database.ts'
import { keptDrafts } from './draft-safety.ts'
import type { Draft } from './drafts.ts'
import { otherConflicts } from './other-conflicts.ts'
import { reportById, type LocalReport } from './reports.ts'
import { WorkingSet, type DocumentName } from './working-set.ts'

/** What waits for the person on this device. */
export interface Unfinished {
  /** How much there is of it, in all, what `more-to-complete.ts` finds left out. */
  count: number
  /** How many of those the server refused. */
  refused: number
  /**
   * How many messages on reports and how many calendars of others the device has: whether a question is open among them,
   * or a report is awaited, is found out when it matters.
   */
  mayHoldMore: number
  /** Oldest change first. */
  drafts: Draft[]
  /** Refused by the server, or with two versions; the oldest activity first. */
  reports: LocalReport[]
  /** Refused by the server and no reports; the oldest save first. */
  others: RefusedDocument[]
  /** How many documents that are no reports have two versions. */
  otherVersions: number
  /** Over without a report, and without a draft of one; the oldest first. */
  appointments: LocalAppointment[]
}

export interface RefusedDocument extends DocumentName {
  isDelete: boolean
  rejection: LocalRejection
}

export async function readUnfinished(
  db: CoopDatabase,
  moment: { now: number; today: CalendarDay },
): Promise<Unfinished> {
  const refusedOps = await readRefusedOps(db)
  const [drafts, ids, conflicts, appointments, more] = await Promise.all([
    db.draft.orderBy('updatedAt').toArray(),
    unsettledIds(db, refusedOps),
    otherConflicts(db),
    appointmentsToComplete(db, moment),
    mayHoldMore(db),
  ])
  const reports = await Promise.all(ids.map((id) => reportById(db, id)))
  const known = new Set(drafts.map(({ id }) => id))
  const all = [...drafts, ...keptDrafts(db).filter(({ id }) => !known.has(id))]
  const begun = new Set(all.map(({ id }) => id))
  const lists = {
    drafts: all,
    // One that is begun waits as a draft, once.
    appointments: appointments.filter(({ scope, id }) => !begun.has(reportIdOf(scope, id))),
    reports: reports.flatMap((report) => report ?? []).sort(byDayThenId),
    others: refusedOthers(refusedOps),
  }
  const refused = lists.reports.filter(({ rejection }) => rejection).length + lists.others.length
  const otherVersions = new Set(conflicts.map(({ conflict }) => conflict.docId)).size
  const count = Object.values(lists).reduce((sum, list) => sum + list.length, otherVersions)
  return { ...lists, otherVersions, count, refused, mayHoldMore: more }
}

/** How many messages and calendars are here that may hold more to complete (`more-to-complete.ts`). */
export async function mayHoldMore(db: CoopDatabase): Promise<number> {
  const [messages, calendars] = await Promise.all([
    db.other.where({ collection: 'report-message' }).count(),
    // Kept under these keys by `training.ts` and `community.ts`, which a first visit doesn't read.
    db.meta.where('k').anyOf('own-training', 'own-community').count(),
  ])
  return messages + calendars
}

type RefusedOp = PendingOp & { rejected: LocalRejection }

const lastRefused = new WeakMap<CoopDatabase, RefusedOp[]>()

/** Oldest first. While a file is being brought in, those of before: a long queue isn't read after each part of it. */
async function readRefusedOps(db: CoopDatabase): Promise<RefusedOp[]> {
  const known = db.isBeingFilled && lastRefused.get(db)
  if (known) return known
  const ops = await db.outbox.orderBy('n').toArray()
  const refused = ops.filter((op): op is RefusedOp => op.rejected !== undefined)
  lastRefused.set(db, refused)
  return refused
}

function refusedOthers(refused: readonly RefusedOp[]): RefusedDocument[] {
  const byId = new Map<DocumentId, RefusedDocument>()
  for (const { id, scope, collection, kind, rejected: rejection } of refused) {
    if (collection !== 'report')
      byId.set(id, { id, scope, collection, isDelete: kind === 'delete', rejection })
  }
  return [...byId.values()]
}

/** Gives up what the server refused of some documents; what it holds of them stays as it is. It can't be undone. */
export async function giveUpRefused(db: CoopDatabase, names: readonly DocumentName[]): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const set = await WorkingSet.load(db, names)
    for (const name of names) {
      const document = set.get(name)
      set.set({ ...document, ops: document.ops.filter((op) => !op.rejected) })
    }
    await set.flush()
  })
}

/** Few rows by nature: refused ops and open conflicts. */
async function unsettledIds(db: CoopDatabase, refused: readonly RefusedOp[]): Promise<DocumentId[]> {
  const conflicts = await db.conflict.filter(({ collection }) => collection === 'report').toArray()
  const ofReports = refused.filter(({ collection }) => collection === 'report')
  return [...new Set([...ofReports.map(({ id }) => id), ...conflicts.map(({ docId }) => docId)])]
}

function byDayThenId(a: LocalReport, b: LocalReport): number {
  return a.report.date === b.report.date
    ? a.id.localeCompare(b.id)
    : a.report.date.localeCompare(b.report.date)
}
