import { sql } from 'kysely'
import * as z from 'zod/mini'
import { absenceDaysSchema } from '../../domain/absence/absence.ts'
import { absenceIn, type StoredAbsence } from '../../domain/absence/stored-absence.ts'
import { structureAbsenceSchema, type StructureAbsence } from '../../domain/access/structure-absences.ts'
import {
  documentIdSchema,
  personIdSchema,
  scopeIdSchema,
  type DocumentId,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** Of a document `d`: the fields of an absence that others may read. */
const absenceColumns = sql`jsonb_build_object('kind', d.body -> 'kind', 'from', d.body -> 'from', 'to', d.body -> 'to',
  'declaredBy', d.body -> 'declaredBy') ||
  case when d.body ? 'fromNoon' then jsonb_build_object('fromNoon', d.body -> 'fromNoon') else '{}' end ||
  case when d.body ? 'toNoon' then jsonb_build_object('toNoon', d.body -> 'toNoon') else '{}' end ||
  case when d.body ? 'weekdays' then jsonb_build_object('weekdays', d.body -> 'weekdays') else '{}' end as absence`

interface Row {
  id: string
  absence: unknown
  advisor_id: string
  advisor_name: string
  by_user: string | null
  by_name: string | null
}

/**
 * Absences of a structure's advisors, what begins first first, where they touch a contract with it; none for anybody
 * who isn't a member while the query runs. Who declared one is who wrote its first revision.
 */
export async function structureAbsences(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<StructureAbsence[]> {
  const { rows } = await sql<Row>`
    select d.id, ${absenceColumns}, p.person_id as advisor_id,
      concat_ws(' ', p.given_name, p.family_name) as advisor_name, h.by_user,
      concat_ws(' ', w.given_name, w.family_name) as by_name
    from membership m
    join assignment a on a.structure_id = m.structure_id and a.role = 'advisor'
    join person p on p.person_id = a.person_id
    join doc d on d.scope_id = a.scope_id and d.collection = 'absence' and d.state = 'live'
    left join doc_history h on h.scope_id = d.scope_id and h.id = d.id and h.rev = 1
    left join person w on w.person_id = h.by_user
    where m.person_id = ${person} and m.structure_id = ${structure}
      and exists (
        select 1 from contract c
        where c.scope_id = d.scope_id and c.starts::text <= d.body ->> 'to'
          and (c.ends is null or c.ends::text >= d.body ->> 'from'))
    order by d.body ->> 'from', d.body ->> 'to', d.scope_id, d.id`.execute(db)
  return rows.flatMap((row) => absenceOf(row) ?? [])
}

function absenceOf(row: Row): StructureAbsence | undefined {
  const absence = absenceIn(row.absence)
  if (!absence) return undefined
  return structureAbsenceSchema.parse({
    ...absenceDaysSchema.parse(absence),
    id: documentIdSchema.parse(row.id),
    kind: absence.kind,
    advisorId: personIdSchema.parse(row.advisor_id),
    advisorName: row.advisor_name,
    byName: row.by_name ?? '',
    isOurs: row.by_user !== null && row.by_user !== row.advisor_id,
  })
}

const absenceOfScopeSchema = z.object({ scope: scopeIdSchema, absence: z.unknown() })

/** Absences of some scopes, for what is counted of them; whoever asks has found the scopes by what they may read. */
export async function absencesOfScopes(
  db: Db,
  scopes: readonly ScopeId[],
): Promise<ReadonlyMap<ScopeId, readonly StoredAbsence[]>> {
  const found = new Map<ScopeId, StoredAbsence[]>()
  if (scopes.length === 0) return found
  const { rows } = await sql`
    select d.scope_id as scope, ${absenceColumns}
    from doc d
    where d.scope_id = any(${scopes}::uuid[]) and d.collection = 'absence' and d.state = 'live'`.execute(db)
  for (const row of rows) {
    const { scope, absence: stored } = absenceOfScopeSchema.parse(row)
    const absence = absenceIn(stored)
    if (absence) found.set(scope, [...(found.get(scope) ?? []), absence])
  }
  return found
}

/** The scope of an absence that a member of the structure declared; undefined where there is none. */
export async function scopeOfOurAbsence(
  db: Db,
  { structure, id }: { structure: StructureId; id: DocumentId },
): Promise<ScopeId | undefined> {
  const { rows } = await sql<{ scope_id: string }>`
    select d.scope_id
    from assignment a
    join doc d on d.scope_id = a.scope_id and d.collection = 'absence' and d.state = 'live'
    join doc_history h on h.scope_id = d.scope_id and h.id = d.id and h.rev = 1
    where a.structure_id = ${structure} and a.role = 'advisor' and d.id = ${id} and h.by_user <> a.person_id`.execute(
    db,
  )
  return rows[0] && scopeIdSchema.parse(rows[0].scope_id)
}
