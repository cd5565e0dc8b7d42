import type { DocumentHistory } from '../../domain/access/report-history.ts'
import { deviceIdSchema, type DocumentId, type PersonId } from '../../domain/ids.ts'
import { jsonObjectSchema } from '../../domain/json.ts'
import type { Db } from './tables.ts'

/** Revisions of a document of one of the person's own scopes, oldest first; none of anybody else's. */
export async function documentHistory(
  db: Db,
  person: PersonId,
  id: DocumentId,
): Promise<DocumentHistory['revisions']> {
  const rows = await db
    .selectFrom('sync_grant')
    .innerJoin('doc_history', 'doc_history.scope_id', 'sync_grant.scope_id')
    .where('sync_grant.user_id', '=', person)
    .where('doc_history.id', '=', id)
    .select(['rev', 'at', 'set_fields', 'state', 'device_id'])
    .orderBy('rev')
    .execute()
  return rows.map(({ rev, at, set_fields, state, device_id }) => ({
    rev,
    at,
    fields: jsonObjectSchema.parse(set_fields ?? {}),
    state,
    deviceId: device_id === null ? null : deviceIdSchema.parse(device_id),
  }))
}
