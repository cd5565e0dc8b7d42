import { sql } from 'kysely'
import type { Role, ScopeAsked } from '../../domain/access/access-table.ts'
import type { TrainingBodyId } from '../../domain/commitments/training/training-ids.ts'
import type { PersonId, StructureId, TeamId } from '../../domain/ids.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import type { Db } from './tables.ts'

/** In which capacities a person stands over a scope now; none over one that doesn't exist. */
export async function heldRoles(db: Db, person: PersonId, scope: ScopeAsked): Promise<Role[]> {
  switch (scope.over) {
    case 'structure':
      return rolesOverStructure(db, person, scope.id)
    case 'team':
      return rolesOverTeam(db, person, scope.id)
    case 'territory':
      return rolesOverTerritory(db, person, scope.id)
    case 'training-body':
      return rolesOverBody(db, person, scope.id)
  }
}

/** An advisor whose scope was withdrawn isn't one there any more, whatever the assignment says (I14). */
async function rolesOverStructure(db: Db, person: PersonId, structure: StructureId): Promise<Role[]> {
  const { rows } = await sql<{ role: Role }>`
    select m.role from membership m where m.person_id = ${person} and m.structure_id = ${structure}
    union all
    select 'advisor' as role from assignment a
    join sync_grant g on g.scope_id = a.scope_id and g.user_id = a.person_id and g.can_write
    where a.person_id = ${person} and a.structure_id = ${structure} and a.role = 'advisor'
    union all
    select 'state' as role from state_remit r
    join structure s on r.department is null or r.department = s.department
    where r.person_id = ${person} and s.structure_id = ${structure}`.execute(db)
  return rows.map(({ role }) => role)
}

async function rolesOverTeam(db: Db, person: PersonId, team: TeamId): Promise<Role[]> {
  const rows = await db
    .selectFrom('team_coordinator')
    .select('team_id')
    .where('person_id', '=', person)
    .where('team_id', '=', team)
    .execute()
  return rows.map(() => 'coordinator')
}

/** The State's account of a department reads that department only; the nation's reads all. */
async function rolesOverTerritory(
  db: Db,
  person: PersonId,
  territory: DepartmentCode | 'nation',
): Promise<Role[]> {
  const rows = await db
    .selectFrom('state_remit')
    .select('department')
    .where('person_id', '=', person)
    .where((eb) => eb.or([eb('department', 'is', null), eb('department', '=', territory)]))
    .execute()
  return rows.map(() => 'state')
}

/** An account is of the body that has its name. */
async function rolesOverBody(db: Db, person: PersonId, body: TrainingBodyId): Promise<Role[]> {
  const rows = await db
    .selectFrom('training_body_account')
    .innerJoin('training_body', 'training_body.name', 'training_body_account.name')
    .select('body_id')
    .where('person_id', '=', person)
    .where('body_id', '=', body)
    .execute()
  return rows.map(() => 'training-body')
}
