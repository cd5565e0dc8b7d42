import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { PermittedRevision } from '../../domain/access/permitted-history.ts'
import type { DocumentId, PersonId, StructureId } from '../../domain/ids.ts'
import { jsonObjectSchema } from '../../domain/json.ts'
import { isInsideContract } from './readable-reports.ts'
import type { Db } from './tables.ts'

/** Fields that leave the database as they are; of those in an advisor's own words only a mark of what they say. */
const asTheyAre = [
  'date',
  'minutes',
  'place',
  'activity',
  'type',
  'organisers',
  'scale',
  'level',
  'themes',
  'administrativeThemes',
  'equipment',
  'autonomy',
  'oriented',
  'orientation',
  'unmetNeeds',
  'notesShared',
]
const marked = ['title', 'name', 'otherType', 'procedureName', 'structureTags', 'notes']

const rowSchema = z.object({
  at: z.iso.datetime(),
  byName: z.string(),
  state: z.string(),
  fields: z.nullable(jsonObjectSchema),
})

export interface HistoryQuestion {
  readonly person: PersonId
  readonly structure: StructureId
  readonly advisor: PersonId
  readonly report: DocumentId
}

/**
 * Revisions of a report that a structure reads, oldest first, by what it may know of them: no word of a note, nobody
 * who was there. None to anybody who isn't a member while the query runs, or of a day outside a contract.
 */
export async function permittedRevisions(
  db: Db,
  { person, structure, advisor, report }: HistoryQuestion,
): Promise<PermittedRevision[]> {
  const { rows } = await sql`
    select h.at, concat_ws(' ', w.given_name, w.family_name) as "byName", coalesce(h.state, 'live') as state, (
      select jsonb_object_agg(f.key, case
        when f.key = any(${asTheyAre}::text[]) then f.value
        when f.value = 'null'::jsonb then f.value
        when f.key = any(${marked}::text[]) then ('"' || md5(f.value::text) || '"')::jsonb
        when f.key = 'anonymous' then f.value -> 'total'
        when f.key = 'participants' and jsonb_typeof(f.value) = 'array'
          then jsonb_array_length(f.value)::text::jsonb
        when f.key = 'participants' then f.value
        end)
      from jsonb_each(h.set_fields) f
      where f.key = any(${[...asTheyAre, ...marked, 'anonymous', 'participants']}::text[])) as fields
    from membership m
    join assignment a on a.structure_id = m.structure_id and a.role = 'advisor' and a.person_id = ${advisor}
    join doc r on r.scope_id = a.scope_id and r.id = ${report} and r.collection = 'report' and r.state = 'live'
    join doc_history h on h.scope_id = r.scope_id and h.id = r.id
    left join person w on w.person_id = h.by_user
    where m.person_id = ${person} and m.structure_id = ${structure}
      and ${isInsideContract('r')}
    order by h.rev`.execute(db)
  return rows.map((row) => {
    const { fields, ...said } = rowSchema.parse(row)
    return { ...said, fields: fields ?? {} }
  })
}

/** Where places of an advisor at a structure are, by their id: those too that are no longer used. */
export async function namedPlaces(
  db: Db,
  { structure, advisor, ids }: { structure: StructureId; advisor: PersonId; ids: readonly string[] },
): Promise<ReadonlyMap<string, { name: string | null; commune: string | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string | null; commune: string | null }>`
    select l.id, l.body ->> 'name' as name, l.body ->> 'commune' as commune
    from assignment a
    join doc l on l.scope_id = a.scope_id and l.collection = 'place' and l.id::text = any(${ids}::text[])
    where a.structure_id = ${structure} and a.person_id = ${advisor} and a.role = 'advisor'`.execute(db)
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}
