import type { Membership } from '../../domain/access/signed-in-person.ts'
import type { PersonId, StructureId, TeamId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** In which capacity a person reads a structure as its employer; undefined for everybody else. */
export async function membershipRole(
  db: Db,
  person: PersonId,
  structure: StructureId,
): Promise<Membership['role'] | undefined> {
  const row = await db
    .selectFrom('membership')
    .select('role')
    .where('person_id', '=', person)
    .where('structure_id', '=', structure)
    .executeTakeFirst()
  return row?.role
}

export async function leadsTeam(db: Db, person: PersonId, team: TeamId): Promise<boolean> {
  const row = await db
    .selectFrom('team_coordinator')
    .select('team_id')
    .where('person_id', '=', person)
    .where('team_id', '=', team)
    .executeTakeFirst()
  return row !== undefined
}
