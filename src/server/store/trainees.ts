import { sql } from 'kysely'
import * as z from 'zod/mini'
import { contractDatesSchema } from '../../domain/access/signed-in-person.ts'
import { trainingBodyIdSchema, type TrainingBodyId } from '../../domain/commitments/training/training-ids.ts'
import {
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** All training bodies, by name. */
export async function trainingBodies(db: Db): Promise<{ id: TrainingBodyId; name: string }[]> {
  const rows = await db.selectFrom('training_body').selectAll().orderBy('name').execute()
  return rows.map(({ body_id, name }) => ({ id: trainingBodyIdSchema.parse(body_id), name }))
}

export async function trainingBodyByName(db: Db, name: string): Promise<TrainingBodyId | undefined> {
  const row = await db
    .selectFrom('training_body')
    .select('body_id')
    .where('name', '=', name)
    .executeTakeFirst()
  return row && trainingBodyIdSchema.parse(row.body_id)
}

export async function isTrainingBody(db: Db, body: TrainingBodyId): Promise<boolean> {
  const row = await db
    .selectFrom('training_body')
    .select('body_id')
    .where('body_id', '=', body)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Entrusts an advisor to a body from now on, to nobody where it is null; says whether that changes anything. Whoever had
 * them before reads nothing of them any more. In a transaction.
 */
export async function entrust(
  tx: Db,
  { scope, body, at, by }: { scope: ScopeId; body: TrainingBodyId | null; at: string; by: PersonId | null },
): Promise<boolean> {
  const known = await tx
    .selectFrom('trainee')
    .select('body_id')
    .where('scope_id', '=', scope)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if ((known?.body_id ?? null) === body) return false
  await tx
    .updateTable('trainee')
    .set({ ended_at: at, ended_by: by })
    .where('scope_id', '=', scope)
    .where('ended_at', 'is', null)
    .execute()
  if (body === null) return true
  await tx
    .insertInto('trainee')
    .values({ scope_id: scope, body_id: body, since: at, entrusted_by: by })
    .execute()
  return true
}

/** Whom each advisor of a structure is entrusted to now. */
export async function bodiesOfStructure(
  db: Db,
  structure: StructureId,
): Promise<ReadonlyMap<ScopeId, TrainingBodyId>> {
  const { rows } = await sql<{ scope: string; body: string }>`
    select t.scope_id as scope, t.body_id as body from trainee t
    join assignment a on a.scope_id = t.scope_id
    where a.structure_id = ${structure} and t.ended_at is null`.execute(db)
  return new Map(
    rows.map(({ scope, body }) => [scopeIdSchema.parse(scope), trainingBodyIdSchema.parse(body)]),
  )
}

/** Who trains a person now, by each of their assignments. */
export async function bodyNamesOfPerson(db: Db, person: PersonId): Promise<ReadonlyMap<ScopeId, string>> {
  const { rows } = await sql<{ scope: string; name: string }>`
    select t.scope_id as scope, b.name from trainee t
    join assignment a on a.scope_id = t.scope_id
    join training_body b on b.body_id = t.body_id
    where a.person_id = ${person} and t.ended_at is null`.execute(db)
  return new Map(rows.map(({ scope, name }) => [scopeIdSchema.parse(scope), name]))
}

const traineeRowSchema = z.object({
  scope: scopeIdSchema,
  structure: structureIdSchema,
  name: z.string(),
  structureName: z.string(),
  department: z.nullable(z.string()),
  emailKey: z.string(),
  contracts: z.array(contractDatesSchema),
})
/** A trainee as a body knows them; the address is compared, and told to nobody. */
export type TraineeRow = z.infer<typeof traineeRowSchema>

/**
 * Whom a body trains now, by name; one of them where a scope is given. None for anybody who has no account of the body
 * while the query runs.
 */
export async function traineesOf(
  db: Db,
  { person, body, scope }: { person: PersonId; body: TrainingBodyId; scope?: ScopeId },
): Promise<TraineeRow[]> {
  const { rows } = await sql`
    select a.scope_id as scope, s.structure_id as structure, s.name as "structureName", s.department,
      coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.email) as name,
      p.email_key as "emailKey",
      coalesce((
        select jsonb_agg(jsonb_build_object('starts', k.starts, 'ends', k.ends) order by k.starts)
        from contract k where k.scope_id = a.scope_id), '[]') as contracts
    from training_body_account w
    join training_body b on b.name = w.name
    join trainee t on t.body_id = b.body_id and t.ended_at is null
    join assignment a on a.scope_id = t.scope_id
    join person p on p.person_id = a.person_id
    join structure s on s.structure_id = a.structure_id
    where w.person_id = ${person} and b.body_id = ${body}
      and (${scope ?? null}::uuid is null or t.scope_id = ${scope ?? null}::uuid)
    order by p.family_name, p.given_name, a.scope_id`.execute(db)
  return rows.map((row) => traineeRowSchema.parse(row))
}

/** Whose an assignment is. */
export async function personOfScope(db: Db, scope: ScopeId): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('assignment')
    .select('person_id')
    .where('scope_id', '=', scope)
    .executeTakeFirst()
  return row && personIdSchema.parse(row.person_id)
}
