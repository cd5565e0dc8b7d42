import { calendarDaySchema } from '../../domain/calendar-day.ts'
import { trainingBodyIdSchema } from '../../domain/commitments/training/training-ids.ts'
import type { LedTeam, Membership, OwnScope, SignedInPerson } from '../../domain/access/signed-in-person.ts'
import {
  scopeIdSchema,
  structureIdSchema,
  teamIdSchema,
  type PersonId,
  type ScopeId,
} from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** Who a person is and in which capacities, as `GET /api/session` answers it. */
export async function signedInPerson(db: Db, person: PersonId): Promise<SignedInPerson | undefined> {
  const row = await db
    .selectFrom('person')
    .leftJoin('state_remit', 'state_remit.person_id', 'person.person_id')
    .leftJoin('training_body_account', 'training_body_account.person_id', 'person.person_id')
    .leftJoin('training_body', 'training_body.name', 'training_body_account.name')
    .select([
      'email',
      'given_name',
      'family_name',
      'state_remit.department',
      'training_body_account.name',
      'body_id',
    ])
    .select((eb) => eb('state_remit.person_id', 'is not', null).as('is_state'))
    .where('person.person_id', '=', person)
    .executeTakeFirst()
  if (!row) return undefined
  const ledTeams = await teamsLedBy(db, person)
  return {
    id: person,
    givenName: row.given_name ?? '',
    familyName: row.family_name ?? '',
    email: row.email,
    scopes: await ownScopes(db, person),
    memberships: await membershipsOf(db, person),
    teams: ledTeams.map(({ teamName }) => teamName),
    ledTeams,
    state: row.is_state ? { department: row.department } : null,
    trainingBody: row.name,
    trainingBodyId: row.body_id === null ? null : trainingBodyIdSchema.parse(row.body_id),
  }
}

/** The scopes that a person writes in, with their contracts, oldest contract first. */
async function ownScopes(db: Db, person: PersonId): Promise<OwnScope[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('structure', 'structure.structure_id', 'assignment.structure_id')
    .select(['assignment.scope_id', 'role', 'structure.structure_id', 'structure.name', 'structure.commune'])
    // A scope that was withdrawn isn't theirs any more, whatever its assignment says (I14).
    .innerJoin('sync_grant', (join) =>
      join
        .onRef('sync_grant.scope_id', '=', 'assignment.scope_id')
        .onRef('sync_grant.user_id', '=', 'assignment.person_id')
        .on('sync_grant.can_write', '=', true),
    )
    .where('assignment.person_id', '=', person)
    .orderBy('structure.name')
    .orderBy('assignment.scope_id')
    .execute()
  const contracts = await contractsOf(
    db,
    rows.map((row) => row.scope_id),
  )
  return rows.map((row) => {
    const scope = scopeIdSchema.parse(row.scope_id)
    return {
      scope,
      role: row.role,
      structureId: structureIdSchema.parse(row.structure_id),
      structureName: row.name,
      structureCommune: row.commune,
      contracts: contracts.get(scope) ?? [],
    }
  })
}

async function contractsOf(db: Db, scopes: string[]): Promise<Map<ScopeId, OwnScope['contracts']>> {
  const found = new Map<ScopeId, OwnScope['contracts']>()
  if (scopes.length === 0) return found
  const rows = await db
    .selectFrom('contract')
    .select(['scope_id', 'starts', 'ends'])
    .where('scope_id', 'in', scopes)
    .orderBy('starts')
    .execute()
  for (const row of rows) {
    const scope = scopeIdSchema.parse(row.scope_id)
    const contract = {
      starts: calendarDaySchema.parse(row.starts),
      ends: row.ends === null ? null : calendarDaySchema.parse(row.ends),
    }
    found.set(scope, [...(found.get(scope) ?? []), contract])
  }
  return found
}

async function membershipsOf(db: Db, person: PersonId): Promise<Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('structure', 'structure.structure_id', 'membership.structure_id')
    .select(['structure.structure_id', 'structure.name', 'membership.role'])
    .where('membership.person_id', '=', person)
    .orderBy('structure.name')
    .execute()
  return rows.map((row) => ({
    structureId: structureIdSchema.parse(row.structure_id),
    structureName: row.name,
    role: row.role,
  }))
}

async function teamsLedBy(db: Db, person: PersonId): Promise<LedTeam[]> {
  const rows = await db
    .selectFrom('team_coordinator')
    .innerJoin('team', 'team.team_id', 'team_coordinator.team_id')
    .select(['team.team_id', 'team.name'])
    .where('team_coordinator.person_id', '=', person)
    .orderBy('team.name')
    .execute()
  return rows.map((row) => ({ teamId: teamIdSchema.parse(row.team_id), teamName: row.name }))
}
