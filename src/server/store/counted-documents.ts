import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { ScopeId } from '../../domain/ids.ts'
import { jsonObjectSchema } from '../../domain/json.ts'
import type { Db } from './tables.ts'

const documentSchema = z.object({
  id: z.string(),
  collection: z.enum(['report', 'beneficiary', 'place']),
  state: z.enum(['live', 'deleted', 'erased']),
  body: jsonObjectSchema,
})

/** A document that figures read: of a report all, of a person's page what it was merged into, of a place where it is. */
export type CountedDocument = z.infer<typeof documentSchema>

/** What a scope's figures are counted from: live reports, the standing of people's pages, and places, deleted ones too. */
export async function countedDocuments(db: Db, scope: ScopeId): Promise<CountedDocument[]> {
  const { rows } = await sql`
    select id, collection, state,
      case collection
        when 'report' then body - 'notes'
        when 'beneficiary' then jsonb_strip_nulls(jsonb_build_object('mergedInto', body -> 'mergedInto'))
        else jsonb_strip_nulls(jsonb_build_object('name', body -> 'name', 'commune', body -> 'commune')) end as body
    from doc
    where scope_id = ${scope} and (
      (collection = 'report' and state = 'live') or collection in ('beneficiary', 'place'))`.execute(db)
  return rows.map((row) => documentSchema.parse(row))
}
