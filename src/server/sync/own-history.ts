import type { DocumentHistory } from '../../domain/access/report-history.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import type { DocumentId, PersonId } from '../../domain/ids.ts'
import { identifiesPeople, isClosed } from '../../domain/sync/closed-scope.ts'
import { documentHistory } from '../store/document-history.ts'
import { retriedRead } from '../store/transaction.ts'
import type { SyncService } from './sync-service.ts'

/** What became of a document of one's own; of a closed scope, without what says who people are (sync.md 3.1). */
export async function ownHistory(
  sync: SyncService,
  person: PersonId,
  id: DocumentId,
): Promise<DocumentHistory> {
  const { collection, contracts, revisions } = await retriedRead(sync.store, (db) =>
    documentHistory(db, person, id),
  )
  const isWithheld =
    collection !== undefined && identifiesPeople(collection) && isClosed(contracts, frenchDayOf(sync.clock()))
  return { revisions: isWithheld ? revisions.map((one) => ({ ...one, fields: {} })) : revisions }
}
