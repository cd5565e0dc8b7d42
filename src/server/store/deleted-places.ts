import { sql } from 'kysely'
import * as z from 'zod/mini'
import { documentIdSchema, personIdSchema, scopeIdSchema } from '../../domain/ids.ts'
import { jsonObjectSchema } from '../../domain/json.ts'
import type { Db } from './tables.ts'

const rowSchema = z.object({
  scope: scopeIdSchema,
  id: documentIdSchema,
  body: jsonObjectSchema,
  author: personIdSchema,
})
export type DeletedPlace = z.infer<typeof rowSchema>

/** Places that were deleted, with whose they are; a thousand at most. */
export async function deletedPlaces(db: Db): Promise<DeletedPlace[]> {
  const { rows } = await sql`
    select d.scope_id as scope, d.id, d.body, a.person_id as author
    from doc d join assignment a on a.scope_id = d.scope_id
    where d.state = 'deleted' and d.collection = 'place'
    order by d.scope_id, d.id
    limit 1000`.execute(db)
  return rows.map((row) => rowSchema.parse(row))
}
