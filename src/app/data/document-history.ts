import { documentHistorySchema, type DocumentHistory } from '../../domain/access/report-history.ts'
import type { DocumentId } from '../../domain/ids.ts'
import { ask, browserFetch, type Fetch } from './http-client.ts'

export type HistoryOutcome = { ok: true; revisions: DocumentHistory['revisions'] } | { ok: false }

/** What became of a document, from the server, which alone knows of every device. */
export async function fetchDocumentHistory(
  id: DocumentId,
  fetch: Fetch = browserFetch,
): Promise<HistoryOutcome> {
  const answer = await ask(fetch, { method: 'GET', path: `/api/sync/v1/documents/${id}/history` })
  const read = documentHistorySchema.safeParse(answer?.json)
  return answer?.status === 200 && read.success ? { ok: true, revisions: read.data.revisions } : { ok: false }
}
