import { sql } from 'kysely'
import type { DocumentHistory } from '../../domain/access/report-history.ts'
import { deviceIdSchema, type DocumentId, type PersonId } from '../../domain/ids.ts'
import { jsonObjectSchema } from '../../domain/json.ts'
import type { ContractDates } from '../../domain/sync/decide.ts'
import type { Db } from './tables.ts'

export interface StoredHistory {
  /** Undefined where the document was purged, or is nobody's who asks. */
  readonly collection: string | undefined
  readonly contracts: readonly ContractDates[]
  readonly revisions: DocumentHistory['revisions']
}

/** Revisions of a document of one of the person's own scopes, oldest first; none of anybody else's. */
export async function documentHistory(db: Db, person: PersonId, id: DocumentId): Promise<StoredHistory> {
  const rows = await db
    .selectFrom('sync_grant')
    .innerJoin('doc_history', 'doc_history.scope_id', 'sync_grant.scope_id')
    .leftJoin('doc', (join) =>
      join.onRef('doc.scope_id', '=', 'doc_history.scope_id').onRef('doc.id', '=', 'doc_history.id'),
    )
    .where('sync_grant.user_id', '=', person)
    .where('doc_history.id', '=', id)
    .select([
      'doc_history.rev',
      'doc_history.at',
      'doc_history.set_fields',
      'doc_history.state',
      'doc_history.device_id',
      'doc.collection',
      sql<ContractDates[] | null>`(select jsonb_agg(jsonb_build_object('starts', c.starts, 'ends', c.ends))
        from contract c where c.scope_id = sync_grant.scope_id)`.as('contracts'),
    ])
    .orderBy('doc_history.rev')
    .execute()
  return {
    collection: rows[0]?.collection ?? undefined,
    contracts: rows[0]?.contracts ?? [],
    revisions: rows.map(({ rev, at, set_fields, state, device_id }) => ({
      rev,
      at,
      fields: jsonObjectSchema.parse(set_fields ?? {}),
      state,
      deviceId: device_id === null ? null : deviceIdSchema.parse(device_id),
    })),
  }
}
