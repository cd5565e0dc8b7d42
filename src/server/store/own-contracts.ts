import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { postRoleSchema } from '../../domain/commitments/post-words.ts'
import { scopeIdSchema, type PersonId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

const contractSchema = z.object({
  id: z.string(),
  scope: scopeIdSchema,
  role: postRoleSchema,
  structureName: z.string(),
  starts: calendarDaySchema,
  ends: z.nullable(calendarDaySchema),
})

/** The contracts by which somebody files, the last one first; of no scope that was withdrawn (I14). */
export async function ownContracts(db: Db, person: PersonId): Promise<z.infer<typeof contractSchema>[]> {
  const { rows } = await sql`
    select k.contract_id as id, a.scope_id as scope, a.role, s.name as "structureName", k.starts, k.ends
    from assignment a
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id and g.can_write
    join structure s on s.structure_id = a.structure_id
    join contract k on k.scope_id = a.scope_id
    where a.person_id = ${person}
    order by k.starts desc, k.contract_id`.execute(db)
  return rows.map((row) => contractSchema.parse(row))
}
