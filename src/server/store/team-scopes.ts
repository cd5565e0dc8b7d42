import { sql } from 'kysely'
import { scopeIdSchema, type PersonId, type ScopeId, type TeamId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** The assignments that are in a team on a day; none for anybody who doesn't coordinate it while the query runs. */
export async function scopesInTeam(
  db: Db,
  { person, team, today }: { person: PersonId; team: TeamId; today: string },
): Promise<ScopeId[]> {
  const { rows } = await sql<{ scope_id: string }>`
    select distinct t.scope_id
    from team_coordinator l
    join team_member t on t.team_id = l.team_id and t.joins <= ${today}::date
      and (t.leaves is null or t.leaves >= ${today}::date)
    where l.person_id = ${person} and l.team_id = ${team}`.execute(db)
  return rows.map((row) => scopeIdSchema.parse(row.scope_id))
}
