import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { PersonId, ScopeId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

export async function teamByName(db: Db, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('team').select('team_id').where('name', '=', name).executeTakeFirst()
  return row?.team_id
}

/** Makes a team, or brings the department of the one of that name up to date; says whether it was made. */
export async function putTeam(
  db: Db,
  team: { id: string; name: string; department: string | null },
): Promise<boolean> {
  const { id, name, department } = team
  const row = await db
    .insertInto('team')
    .values({ team_id: id, name, department })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({
        department: eb.fn.coalesce('excluded.department', 'team.department'),
      })),
    )
    .returning('team_id')
    .executeTakeFirstOrThrow()
  return row.team_id === id
}

/** Says whether that is new. */
export async function putCoordinator(db: Db, team: string, person: PersonId): Promise<boolean> {
  const row = await db
    .insertInto('team_coordinator')
    .values({ team_id: team, person_id: person })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Puts an advisor into a team from a day on, or changes when they leave; says whether that is new. */
export async function putTeamMember(
  db: Db,
  member: { team: string; scope: ScopeId; joins: CalendarDay; leaves: CalendarDay | null },
): Promise<boolean> {
  const { team, scope, joins, leaves } = member
  const known = await db
    .updateTable('team_member')
    .set({ leaves })
    .where('team_id', '=', team)
    .where('scope_id', '=', scope)
    .where('joins', '=', joins)
    .returning('team_id')
    .executeTakeFirst()
  if (known) return false
  await db.insertInto('team_member').values({ team_id: team, scope_id: scope, joins, leaves }).execute()
  return true
}
