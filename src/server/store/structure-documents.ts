import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema } from '../../domain/calendar-day.ts'
import {
  personIdSchema,
  scopeIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import { jsonObjectSchema } from '../../domain/json.ts'
import type { Db } from './tables.ts'

const contractSchema = z.object({ starts: calendarDaySchema, ends: z.nullable(calendarDaySchema) })

const postSchema = z.object({
  scope: scopeIdSchema,
  person: personIdSchema,
  name: z.string(),
  /** Of the host structure, by INSEE code. */
  commune: z.nullable(z.string()),
  /** Where the scope's changes are: what was read of it is still right as long as this doesn't move. */
  seq: z.coerce.number(),
  contracts: z.array(contractSchema),
})

/** An advisor's post in a structure. */
export type StructurePost = z.infer<typeof postSchema>

/** The posts of a structure's advisors, by name; none for anybody who isn't a member while the query runs. */
export async function structurePosts(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<StructurePost[]> {
  const { rows } = await sql`
    select a.scope_id as scope, p.person_id as person,
      concat_ws(' ', p.given_name, p.family_name) as name, s.commune, coalesce(c.seq, 0) as seq,
      coalesce((
        select jsonb_agg(jsonb_build_object('starts', k.starts, 'ends', k.ends))
        from contract k where k.scope_id = a.scope_id), '[]') as contracts
    from membership m
    join structure s on s.structure_id = m.structure_id
    join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
    join person p on p.person_id = a.person_id
    left join sync_scope c on c.scope_id = a.scope_id
    where m.person_id = ${person} and m.structure_id = ${structure}
    order by p.family_name, p.given_name, a.scope_id`.execute(db)
  return rows.map((row) => postSchema.parse(row))
}

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
