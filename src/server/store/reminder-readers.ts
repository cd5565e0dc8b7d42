import { sql } from 'kysely'
import * as z from 'zod/mini'
import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import {
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  teamIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import type { Db } from './tables.ts'

const responsableSchema = z.object({ person: personIdSchema, structure: structureIdSchema })

/** Who answers for these structures. */
export async function responsablesOf(
  db: Db,
  structures: readonly StructureId[],
): Promise<z.infer<typeof responsableSchema>[]> {
  if (structures.length === 0) return []
  const rows = await db
    .selectFrom('membership')
    .select(['person_id as person', 'structure_id as structure'])
    .where('structure_id', 'in', structures)
    .where('role', '=', 'responsable')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => responsableSchema.parse(row))
}

const coordinatorSchema = z.object({
  person: personIdSchema,
  team: teamIdSchema,
  scope: scopeIdSchema,
  stays: z.array(z.object({ joins: calendarDaySchema, leaves: z.nullable(calendarDaySchema) })),
})

/** Who coordinates the teams that these posts are in on a day, with the days in each. */
export async function coordinatorsOf(
  db: Db,
  scopes: readonly ScopeId[],
  today: CalendarDay,
): Promise<z.infer<typeof coordinatorSchema>[]> {
  if (scopes.length === 0) return []
  const { rows } = await sql`
    select l.person_id as person, l.team_id as team, t.scope_id as scope,
      jsonb_agg(jsonb_build_object('joins', t.joins, 'leaves', t.leaves)) as stays
    from team_coordinator l join team_member t on t.team_id = l.team_id
    where t.scope_id = any(${scopes}::uuid[])
    group by l.person_id, l.team_id, t.scope_id
    having bool_or(t.joins <= ${today}::date and (t.leaves is null or ${today}::date <= t.leaves))
    order by l.person_id, l.team_id, t.scope_id`.execute(db)
  return rows.map((row) => coordinatorSchema.parse(row))
}

const stateReaderSchema = z.object({ person: personIdSchema, department: z.nullable(z.string()) })

/** Everybody who reads for the State, and what. */
export async function stateReaders(
  db: Db,
): Promise<{ readonly person: PersonId; readonly department: string | null }[]> {
  const rows = await db
    .selectFrom('state_remit')
    .select(['person_id as person', 'department'])
    .orderBy('person_id')
    .execute()
  return rows.map((row) => stateReaderSchema.parse(row))
}
