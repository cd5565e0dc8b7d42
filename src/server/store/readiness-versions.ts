import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import { scopeIdSchema, structureIdSchema } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

const structureSchema = z.object({
  structure: structureIdSchema,
  department: z.nullable(z.string()),
  /** Those under contract, with the first day of their first contract. */
  advisors: z.array(z.object({ scope: scopeIdSchema, since: calendarDaySchema })),
  /** How often something was said of their training, of the structure's kit, and by them. */
  said: z.string(),
})

/** A structure with somebody in post, and what tells whether anything was said since that changes where they stand. */
export type StructureInPost = z.infer<typeof structureSchema>
const structuresSchema = z.array(structureSchema)

/**
 * Every structure of the nation that has advisors under contract on a day, who file for it. Nobody reads it as it is: a
 * department's line is counted beside all others.
 */
export async function structuresInPost(db: Db, today: CalendarDay): Promise<StructureInPost[]> {
  // In one value: thousands of rows take longer to be read one by one.
  const { rows } = await sql<{ structures: unknown }>`
    with in_post as (
      select a.scope_id, a.structure_id, min(k.starts) as since
      from assignment a
      join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id and g.can_write
      join contract k on k.scope_id = a.scope_id
      where a.role = 'advisor'
      group by a.scope_id, a.structure_id
      having bool_or(k.starts <= ${today}::date and (k.ends is null or ${today}::date <= k.ends)))
    select json_agg(json_build_object('structure', structure, 'department', department,
      'advisors', advisors, 'said', said)) as structures
    from (
      select s.structure_id as structure, s.department,
        json_agg(json_build_object('scope', i.scope_id, 'since', i.since) order by i.scope_id) as advisors,
        concat_ws(' ', 'kit', max(w.fact_changes), string_agg(
          -- Each change of a document takes the next number of its scope.
          concat_ws('/', 'training', t.fact_changes, 'said', (
            select max(d.seq) from doc d
            where d.scope_id = i.scope_id and d.collection = 'confirmation')),
          ' ' order by i.scope_id)) as said
      from in_post i
      join structure s on s.structure_id = i.structure_id
      left join kit_turn w on w.structure_id = i.structure_id
      left join training_turn t on t.scope_id = i.scope_id
      group by s.structure_id, s.department) told`.execute(db)
  return structuresSchema.parse(rows[0]?.structures ?? [])
}
