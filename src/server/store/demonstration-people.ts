import type { TrainingBodyId } from '../../domain/commitments/training/training-ids.ts'
import type { CalendarDay } from '../../domain/calendar-day.ts'
import type { PersonId, ScopeId, StructureId } from '../../domain/ids.ts'
import { emailKey } from './people.ts'
import type { Db } from './tables.ts'

/** Everybody and everything of the demonstration but the documents. */
export interface DemonstrationPeople {
  readonly persons: readonly { id: PersonId; givenName: string; familyName: string; email: string }[]
  readonly structures: readonly {
    id: StructureId
    siret: string
    name: string
    commune: string
    department: string
    kind: string
  }[]
  readonly assignments: readonly {
    scope: ScopeId
    role: 'advisor' | 'coordinator'
    person: PersonId
    structure: StructureId
    contracts: readonly { id: string; starts: CalendarDay; ends: CalendarDay | null }[]
  }[]
  readonly memberships: readonly { person: PersonId; structure: StructureId; since: string }[]
  readonly team: {
    id: string
    name: string
    department: string
    coordinator: PersonId
    members: readonly { scope: ScopeId; joins: CalendarDay }[]
  }
  readonly state: PersonId
  readonly trainingBody: { person: PersonId; name: string; body: TrainingBodyId }
}

/** Persons, structures and posts of the demonstration, and who reads them where somebody does. */
export type DemonstrationPosts = Pick<DemonstrationPeople, 'persons' | 'structures' | 'assignments'> & {
  readonly memberships?: DemonstrationPeople['memberships']
  /** Posts that join a team that is there already. */
  readonly joining?: { readonly team: string; readonly members: DemonstrationPeople['team']['members'] }
}

/**
 * Writes posts that joined the demonstration later: where it was loaded before, they are added. Says whether it did:
 * false where their persons are there already.
 */
export async function writeDemonstrationPosts(
  tx: Db,
  posts: DemonstrationPosts,
  at: string,
): Promise<boolean> {
  if ((await insertPersons(tx, posts, at)) === 0) return false
  await insertStructures(tx, posts, at)
  await insertAssignments(tx, posts)
  if (posts.memberships) await insertMemberships(tx, posts.memberships)
  if (posts.joining) await insertTeamMembers(tx, posts.joining.team, posts.joining.members)
  return true
}

/**
 * Writes the people of the demonstration, and says whether it did: false where they are there already, whoever wrote
 * them. The persons come first, so that of two servers starting at once the second waits, and then does nothing.
 */
export async function writeDemonstrationPeople(
  tx: Db,
  people: DemonstrationPeople,
  at: string,
): Promise<boolean> {
  const written = await insertPersons(tx, people, at)
  if (written === 0) return false
  if (written < people.persons.length) {
    throw new Error('Some of the demonstration’s people are known under another account: nothing was loaded')
  }
  await insertStructures(tx, people, at)
  await insertMemberships(tx, people.memberships)
  await insertAssignments(tx, people)
  await insertTeam(tx, people.team)
  await tx.insertInto('state_remit').values({ person_id: people.state, department: null }).execute()
  const { person, name, body } = people.trainingBody
  await tx.insertInto('training_body').values({ body_id: body, name }).execute()
  await tx.insertInto('training_body_account').values({ person_id: person, name }).execute()
  return true
}

async function insertPersons(tx: Db, { persons }: DemonstrationPosts, at: string): Promise<number> {
  const rows = persons.map((person) => ({
    person_id: person.id,
    email: person.email,
    email_key: emailKey(person.email),
    given_name: person.givenName,
    family_name: person.familyName,
    created_at: at,
  }))
  const inserted = await tx
    .insertInto('person')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute()
  return inserted.length
}

async function insertStructures(tx: Db, { structures }: DemonstrationPosts, at: string): Promise<void> {
  const rows = structures.map(({ id, ...structure }) => ({ structure_id: id, ...structure, created_at: at }))
  await tx.insertInto('structure').values(rows).execute()
}

async function insertMemberships(tx: Db, memberships: DemonstrationPeople['memberships']): Promise<void> {
  const readers = memberships.map(({ person, structure, since }) => ({
    person_id: person,
    structure_id: structure,
    role: 'responsable' as const,
    since,
  }))
  await tx.insertInto('membership').values(readers).execute()
}

/** An assignment is a scope: its counter, its author's grant, its contracts (sync.md 3.1). */
async function insertAssignments(tx: Db, { assignments }: DemonstrationPosts): Promise<void> {
  for (const { scope, role, person, structure, contracts } of assignments) {
    await tx
      .insertInto('assignment')
      .values({ scope_id: scope, person_id: person, structure_id: structure, role })
      .execute()
    await tx.insertInto('sync_scope').values({ scope_id: scope, kind: role }).execute()
    await tx.insertInto('sync_grant').values({ scope_id: scope, user_id: person, can_write: true }).execute()
    const rows = contracts.map(({ id, starts, ends }) => ({ scope_id: scope, contract_id: id, starts, ends }))
    await tx.insertInto('contract').values(rows).execute()
  }
}

async function insertTeam(tx: Db, team: DemonstrationPeople['team']): Promise<void> {
  const { id, name, department, coordinator } = team
  await tx.insertInto('team').values({ team_id: id, name, department }).execute()
  await tx.insertInto('team_coordinator').values({ team_id: id, person_id: coordinator }).execute()
  await insertTeamMembers(tx, id, team.members)
}

async function insertTeamMembers(
  tx: Db,
  team: string,
  members: DemonstrationPeople['team']['members'],
): Promise<void> {
  const rows = members.map(({ scope, joins }) => ({ team_id: team, scope_id: scope, joins, leaves: null }))
  await tx.insertInto('team_member').values(rows).execute()
}
