import { structureIdSchema, type PersonId, type StructureId } from '../../domain/ids.ts'
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
