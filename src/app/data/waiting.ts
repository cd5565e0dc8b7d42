import type { DocumentId } from '../../domain/ids.ts'
import type { HoldReason, PendingOp } from '../../domain/sync/pending-op.ts'
import type { Report } from '../../domain/report/report.ts'
import { tableOf, type CoopDatabase } from './database.ts'
import { documentTables } from './document-tables.ts'
import { reportIn } from '../../domain/report/report-in.ts'

/** A document with something that waits to be sent. */
export interface WaitingDocument {
  id: DocumentId
  collection: string
  /** Of a report that can be read; one that was deleted here, too. */
  report: Report | undefined
  isDeleted: boolean
  /** What was in the way the last time, where it was this document and not the whole sending. */
  held: HoldReason | undefined
}

/** How many are read: beyond, a count says it. */
export const waitingShown = 20

/** What waits to be sent, the oldest save first; what was refused waits for the person, and isn't here. */
export async function readWaiting(db: CoopDatabase): Promise<WaitingDocument[]> {
  return db.transaction('r', [db.outbox, ...documentTables(db)], async () => {
    const ops = await db.outbox.orderBy('n').toArray()
    const refused = new Set(ops.filter(({ rejected }) => rejected).map(({ id }) => id))
    const waiting = new Map(ops.filter(({ id }) => !refused.has(id)).map((op) => [op.id, op]))
    return Promise.all([...waiting.values()].slice(0, waitingShown).map((op) => read(db, op)))
  })
}

async function read(db: CoopDatabase, { collection, scope, id, held }: PendingOp): Promise<WaitingDocument> {
  const row = await tableOf(db, collection).get([scope, id])
  return {
    id,
    collection,
    report: collection === 'report' && row ? reportIn(row.body) : undefined,
    isDeleted: row?.state === 'deleted',
    held,
  }
}
