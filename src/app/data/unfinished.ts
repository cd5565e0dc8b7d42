import type { DocumentId } from '../../domain/ids.ts'
import type { CoopDatabase } from './database.ts'
import { keptDrafts } from './draft-safety.ts'
import type { Draft } from './drafts.ts'
import { reportById, type LocalReport } from './reports.ts'

/** What waits for the person on this device. */
export interface Unfinished {
  /** Oldest change first. */
  drafts: Draft[]
  /** Refused by the server, or with two versions; the oldest activity first. */
  reports: LocalReport[]
}

export async function readUnfinished(db: CoopDatabase): Promise<Unfinished> {
  const [drafts, ids] = await Promise.all([db.draft.orderBy('updatedAt').toArray(), unsettledIds(db)])
  const reports = await Promise.all(ids.map((id) => reportById(db, id)))
  const known = new Set(drafts.map(({ id }) => id))
  return {
    drafts: [...drafts, ...keptDrafts(db).filter(({ id }) => !known.has(id))],
    reports: reports.flatMap((report) => report ?? []).sort(byDayThenId),
  }
}

/** Few rows by nature: refused ops and open conflicts. */
async function unsettledIds(db: CoopDatabase): Promise<DocumentId[]> {
  const [ops, conflicts] = await Promise.all([db.outbox.toArray(), db.conflict.toArray()])
  const refused = ops.filter((op) => op.rejected && op.collection === 'report').map(({ id }) => id)
  const open = conflicts.filter(({ collection }) => collection === 'report').map(({ docId }) => docId)
  return [...new Set([...refused, ...open])]
}

function byDayThenId(a: LocalReport, b: LocalReport): number {
  return a.report.date === b.report.date
    ? a.id.localeCompare(b.id)
    : a.report.date.localeCompare(b.report.date)
}
