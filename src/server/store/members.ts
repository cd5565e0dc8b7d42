import { sql } from 'kysely'
import type { Members } from '../../domain/access/change-members.ts'
import type { MemberRole, StructureMember } from '../../domain/access/structure-access.ts'
import { personIdSchema, type PersonId, type StructureId } from '../../domain/ids.ts'
import { personName } from './people.ts'
import type { Db } from './tables.ts'

/**
 * Takes the turn of a structure: until the commit, no other change of who has access to it is decided. Answers who has,
 * now; undefined for a structure that doesn't exist.
 */
export async function lockMembers(tx: Db, structure: StructureId): Promise<Members | undefined> {
  const turn = await tx
    .updateTable('structure')
    .set((eb) => ({ access_changes: eb('access_changes', '+', 1) }))
    .where('structure_id', '=', structure)
    .returning('structure_id')
    .executeTakeFirst()
  return turn && membersOf(tx, structure)
}

export async function membersOf(db: Db, structure: StructureId): Promise<Members> {
  const rows = await db
    .selectFrom('membership')
    .select(['person_id', 'role'])
    .where('structure_id', '=', structure)
    .execute()
  return new Map(rows.map((row) => [personIdSchema.parse(row.person_id), row.role]))
}

/** The members of a structure by name, *responsables* first; none for anybody who isn't one while the query runs. */
export async function namedMembers(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<StructureMember[]> {
  const rows = await db
    .selectFrom('membership as own')
    .innerJoin('membership as m', 'm.structure_id', 'own.structure_id')
    .innerJoin('person as p', 'p.person_id', 'm.person_id')
    .select(['m.person_id', 'm.role', 'm.since', 'p.email', 'p.given_name', 'p.family_name'])
    .where('own.person_id', '=', person)
    .where('own.structure_id', '=', structure)
    .orderBy(sql`m.role desc, p.family_name, p.given_name, p.email`)
    .execute()
  return rows.map((row) => ({
    personId: personIdSchema.parse(row.person_id),
    name: personName(row),
    email: row.email,
    role: row.role,
    since: row.since,
  }))
}

/** Lets a person in, or changes their role. */
export async function writeMember(
  tx: Db,
  member: { person: PersonId; structure: StructureId; role: MemberRole; at: string },
): Promise<void> {
  const { person, structure, role, at } = member
  await tx
    .insertInto('membership')
    .values({ person_id: person, structure_id: structure, role, since: at })
    .onConflict((conflict) => conflict.columns(['person_id', 'structure_id']).doUpdateSet({ role }))
    .execute()
}

export async function deleteMember(tx: Db, person: PersonId, structure: StructureId): Promise<void> {
  await tx
    .deleteFrom('membership')
    .where('person_id', '=', person)
    .where('structure_id', '=', structure)
    .execute()
}

/** To whom a structure's requests are told: its *responsables*; without any, the State's accounts nearest to it. */
export async function addressesOfSettlers(db: Db, structure: StructureId): Promise<string[]> {
  const { rows } = await sql<{ email: string; rank: number }>`
    select p.email, 1 as rank from membership m join person p on p.person_id = m.person_id
    where m.structure_id = ${structure} and m.role = 'responsable'
    union all
    select p.email, case when r.department is null then 3 else 2 end as rank
    from structure s join state_remit r on r.department is null or r.department = s.department
    join person p on p.person_id = r.person_id
    where s.structure_id = ${structure}`.execute(db)
  const nearest = Math.min(...rows.map(({ rank }) => rank))
  return rows.filter(({ rank }) => rank === nearest).map(({ email }) => email)
}
