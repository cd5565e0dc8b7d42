import { sql } from 'kysely'
import type { FirstRequest, OwnEmployer, PendingRequest } from '../../domain/access/structure-access.ts'
import {
  accessRequestIdSchema,
  personIdSchema,
  structureIdSchema,
  type AccessRequestId,
  type PersonId,
  type StructureId,
} from '../../domain/ids.ts'
import type { DepartmentCode } from '../../domain/territory/departments.ts'
import { personName } from './people.ts'
import type { Db } from './tables.ts'

/** The structure that a person's employer is, by the number that the issuer vouched for; undefined where it is none. */
export async function employerOf(
  db: Db,
  person: PersonId,
): Promise<{ readonly id: StructureId; readonly name: string } | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('structure', 'structure.siret', 'person.siret')
    .select(['structure.structure_id', 'structure.name'])
    .where('person.person_id', '=', person)
    .executeTakeFirst()
  return row && { id: structureIdSchema.parse(row.structure_id), name: row.name }
}

export async function lastRequest(
  db: Db,
  person: PersonId,
  structure: StructureId,
): Promise<OwnEmployer['request']> {
  const row = await db
    .selectFrom('access_request')
    .select(['asked_at', 'status'])
    .where('person_id', '=', person)
    .where('structure_id', '=', structure)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { askedAt: row.asked_at, status: row.status } : null
}

/** Writes a request; false where one of the same person waits already. */
export async function writeRequest(
  tx: Db,
  request: { id: AccessRequestId; person: PersonId; structure: StructureId; at: string },
): Promise<boolean> {
  const { id, person, structure, at } = request
  const row = await tx
    .insertInto('access_request')
    .values({ request_id: id, person_id: person, structure_id: structure, asked_at: at, status: 'open' })
    .onConflict((conflict) =>
      // Written out: a plan made for any value can't know the index of those that wait.
      conflict.columns(['structure_id', 'person_id']).where('status', '=', sql.lit('open')).doNothing(),
    )
    .returning('request_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Settles a request of a structure that waits; answers whose it is, with what their message needs. */
export async function settleRequest(
  tx: Db,
  settled: {
    id: AccessRequestId
    structure: StructureId
    status: 'accepted' | 'refused'
    by: PersonId
    at: string
  },
): Promise<PersonId | undefined> {
  const row = await tx
    .updateTable('access_request')
    .set({ status: settled.status, settled_at: settled.at, settled_by: settled.by })
    .where('request_id', '=', settled.id)
    .where('structure_id', '=', settled.structure)
    .where('status', '=', 'open')
    .returning('person_id')
    .executeTakeFirst()
  return row && personIdSchema.parse(row.person_id)
}

/** What somebody had asked is answered by letting them in another way. */
export async function acceptRequestsOf(
  tx: Db,
  person: PersonId,
  structure: StructureId,
  settled: { by: PersonId; at: string },
): Promise<void> {
  await tx
    .updateTable('access_request')
    .set({ status: 'accepted', settled_at: settled.at, settled_by: settled.by })
    .where('person_id', '=', person)
    .where('structure_id', '=', structure)
    .where('status', '=', 'open')
    .execute()
}

/** Those of a structure that wait, oldest first; none for anybody who isn't its *responsable* while the query runs. */
export async function pendingRequests(
  db: Db,
  { person, structure }: { person: PersonId; structure: StructureId },
): Promise<PendingRequest[]> {
  const rows = await db
    .selectFrom('membership as own')
    .innerJoin('access_request as a', 'a.structure_id', 'own.structure_id')
    .innerJoin('person as p', 'p.person_id', 'a.person_id')
    .select(['a.request_id', 'a.asked_at', 'p.email', 'p.given_name', 'p.family_name'])
    .where('own.person_id', '=', person)
    .where('own.structure_id', '=', structure)
    .where('own.role', '=', 'responsable')
    .where('a.status', '=', 'open')
    .orderBy('a.asked_at')
    .execute()
  return rows.map((row) => ({
    id: accessRequestIdSchema.parse(row.request_id),
    name: personName(row),
    email: row.email,
    askedAt: row.asked_at,
  }))
}

/** Those to structures without a *responsable*, oldest first, that are of a person's remit and of this territory. */
export async function firstRequests(
  db: Db,
  { person, territory }: { person: PersonId; territory: DepartmentCode | 'nation' },
): Promise<FirstRequest[]> {
  const { rows } = await sql<{
    request_id: string
    asked_at: string
    email: string
    given_name: string | null
    family_name: string | null
    structure_id: string
    name: string
    department: string | null
  }>`
    select a.request_id, a.asked_at, p.email, p.given_name, p.family_name, s.structure_id, s.name, s.department
    from state_remit r
    join structure s on r.department is null or r.department = s.department
    join access_request a on a.structure_id = s.structure_id and a.status = 'open'
    join person p on p.person_id = a.person_id
    where r.person_id = ${person} and (${territory} = 'nation' or s.department = ${territory})
      and not exists (
        select 1 from membership m where m.structure_id = s.structure_id and m.role = 'responsable')
    order by a.asked_at`.execute(db)
  return rows.map((row) => ({
    id: accessRequestIdSchema.parse(row.request_id),
    name: personName(row),
    email: row.email,
    askedAt: row.asked_at,
    structureId: structureIdSchema.parse(row.structure_id),
    structureName: row.name,
    department: row.department,
  }))
}

export async function forgetRequestsBefore(db: Db, before: string): Promise<void> {
  await db
    .deleteFrom('access_request')
    .where('status', '<>', 'open')
    .where('settled_at', '<', before)
    .execute()
}
