import { sql } from 'kysely'
import * as z from 'zod/mini'
import { contractDatesSchema } from '../../domain/access/signed-in-person.ts'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import {
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import type { ContractDates } from '../../domain/sync/decide.ts'
import { lastSeenOfAssignment, waitingOfAssignment } from './device-contacts.ts'
import type { Db } from './tables.ts'

const structureAssignmentSchema = z.object({
  scope: scopeIdSchema,
  role: z.enum(['advisor', 'coordinator']),
  name: z.string(),
  contracts: z.array(contractDatesSchema),
  /** What devices last said that they hold of this assignment and haven't sent; null where one can't tell. */
  waiting: z.nullable(z.int()),
  /** The last day on which one of them spoke to the server. */
  heardOn: z.nullable(calendarDaySchema),
})
export type StructureAssignment = z.infer<typeof structureAssignmentSchema>

/** Who works or worked for a structure, by name; none for anybody who isn't a member of it while the query runs. */
export async function structureAssignments(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<StructureAssignment[]> {
  const { rows } = await sql`
    select a.scope_id as scope, a.role, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.email) as name,
      coalesce((
        select jsonb_agg(jsonb_build_object('starts', k.starts, 'ends', k.ends) order by k.starts)
        from contract k where k.scope_id = a.scope_id), '[]') as contracts,
      ${waitingOfAssignment} as waiting,
      (${lastSeenOfAssignment} at time zone 'Europe/Paris')::date as "heardOn"
    from membership m
    join assignment a on a.structure_id = m.structure_id
    join person p on p.person_id = a.person_id
    where m.person_id = ${person} and m.structure_id = ${structure}
    order by p.family_name, p.given_name, a.scope_id`.execute(db)
  return rows.map((row) => structureAssignmentSchema.parse(row))
}

/** Whose an assignment is, and where. */
export async function assignmentOf(
  db: Db,
  scope: ScopeId,
): Promise<{ person: PersonId; structure: StructureId; role: 'advisor' | 'coordinator' } | undefined> {
  const row = await db
    .selectFrom('assignment')
    .select(['person_id', 'structure_id', 'role'])
    .where('scope_id', '=', scope)
    .executeTakeFirst()
  return (
    row && {
      person: personIdSchema.parse(row.person_id),
      structure: structureIdSchema.parse(row.structure_id),
      role: row.role,
    }
  )
}

export interface StoredContract extends ContractDates {
  readonly id: string
}

/** The contracts by which a scope's right to file is judged. */
export async function contractsOfScope(db: Db, scope: ScopeId): Promise<StoredContract[]> {
  const rows = await db
    .selectFrom('contract')
    .select(['contract_id', 'starts', 'ends'])
    .where('scope_id', '=', scope)
    .orderBy('starts')
    .execute()
  return rows.map((row) => ({
    id: row.contract_id,
    starts: calendarDaySchema.parse(row.starts),
    ends: row.ends === null ? null : calendarDaySchema.parse(row.ends),
  }))
}

export async function deleteContract(tx: Db, scope: ScopeId, id: string): Promise<void> {
  await tx.deleteFrom('contract').where('scope_id', '=', scope).where('contract_id', '=', id).execute()
}

/** Days that have a report of the scope. */
export async function reportedDays(db: Db, scope: ScopeId): Promise<CalendarDay[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct d.day from doc d
    where d.scope_id = ${scope} and d.collection = 'report' and d.state = 'live' and d.day is not null`.execute(
    db,
  )
  return rows.map(({ day }) => calendarDaySchema.parse(day))
}

/** Names, towns and departments of structures that facts name. */
export interface NamedStructure {
  readonly id: StructureId
  readonly name: string
  readonly siret: string | null
  readonly commune: string | null
  readonly department: string | null
}

export async function namedStructures(
  db: Db,
  ids: readonly StructureId[],
): Promise<ReadonlyMap<StructureId, NamedStructure>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{
    structure_id: string
    name: string
    siret: string | null
    commune: string | null
    department: string | null
  }>`
    select structure_id, name, siret, commune, department from structure
    where structure_id = any(${ids}::uuid[])`.execute(db)
  return new Map(
    rows.map(({ structure_id, ...row }) => {
      const id = structureIdSchema.parse(structure_id)
      return [id, { id, ...row }]
    }),
  )
}

/** Names of the people whose assignments these are. */
export async function namesOfScopes(
  db: Db,
  scopes: readonly ScopeId[],
): Promise<ReadonlyMap<ScopeId, string>> {
  if (scopes.length === 0) return new Map()
  const { rows } = await sql<{ scope_id: string; name: string }>`
    select a.scope_id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.email) as name
    from assignment a join person p on p.person_id = a.person_id
    where a.scope_id = any(${scopes}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [scopeIdSchema.parse(row.scope_id), row.name]))
}
