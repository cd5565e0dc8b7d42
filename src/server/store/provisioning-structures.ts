import { sql } from 'kysely'
import { structureIdSchema, type PersonId, type StructureId } from '../../domain/ids.ts'
import { asJson } from './database-values.ts'
import type { Db } from './tables.ts'

export interface ProvisionedStructure {
  /** Of a new one. */
  readonly id: StructureId
  readonly siret: string
  readonly name: string
  readonly commune: string
  readonly department: string | null
  /** Null where the file doesn't say: what is known stays. */
  readonly kind: 'public' | 'private' | null
}

export async function structureBySiret(db: Db, siret: string): Promise<StructureId | undefined> {
  const row = await db
    .selectFrom('structure')
    .select('structure_id')
    .where('siret', '=', siret)
    .executeTakeFirst()
  return row && structureIdSchema.parse(row.structure_id)
}

/** Structures by their SIRET; those that aren't known are absent. */
export async function structuresBySiret(
  db: Db,
  sirets: readonly string[],
): Promise<ReadonlyMap<string, Pick<ProvisionedStructure, 'id' | 'department'>>> {
  const { rows } = await sql<{ structure_id: string; siret: string; department: string | null }>`
    select structure_id, siret, department from structure where siret = any(${[...sirets]}::text[])`.execute(
    db,
  )
  return new Map(
    rows.map(({ structure_id, siret, department }) => [
      siret,
      { id: structureIdSchema.parse(structure_id), department },
    ]),
  )
}

/** Makes structures; false where somebody made one of them meanwhile: then the transaction is to be given up. */
export async function addStructures(
  tx: Db,
  structures: readonly ProvisionedStructure[],
  at: string,
): Promise<boolean> {
  if (structures.length === 0) return true
  const { rows } = await sql`
    insert into structure (structure_id, siret, name, commune, department, kind, created_at)
    select s.id, s.siret, s.name, s.commune, s.department, s.kind, ${at}::timestamptz
    from jsonb_to_recordset(${asJson(structures)}::jsonb)
      as s (id uuid, siret text, name text, commune text, department text, kind text)
    order by s.siret
    on conflict do nothing returning 1 as one`.execute(tx)
  return rows.length === structures.length
}

/** Makes a structure, or brings the one of that SIRET up to date; says whether it was made. */
export async function putStructure(db: Db, structure: ProvisionedStructure, at: string): Promise<boolean> {
  const { id, ...columns } = structure
  const row = await db
    .insertInto('structure')
    .values({ structure_id: id, ...columns, created_at: at })
    .onConflict((conflict) =>
      conflict.column('siret').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        commune: eb.ref('excluded.commune'),
        department: eb.ref('excluded.department'),
        kind: eb.fn.coalesce('excluded.kind', 'structure.kind'),
      })),
    )
    .returning('structure_id')
    .executeTakeFirstOrThrow()
  return row.structure_id === id
}

/** Lets a person read a structure as its employer; says whether that is new. A role that changes is changed. */
export async function putMembership(
  db: Db,
  member: { person: PersonId; structure: StructureId; role: 'responsable' | 'lecteur' },
  at: string,
): Promise<boolean> {
  const known = await db
    .selectFrom('membership')
    .select('role')
    .where('person_id', '=', member.person)
    .where('structure_id', '=', member.structure)
    .executeTakeFirst()
  await db
    .insertInto('membership')
    .values({ person_id: member.person, structure_id: member.structure, role: member.role, since: at })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'structure_id']).doUpdateSet({ role: member.role }),
    )
    .execute()
  return known === undefined
}
