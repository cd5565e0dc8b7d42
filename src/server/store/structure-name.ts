import type { StructureId } from '../../domain/ids.ts'
import type { Db } from './tables.ts'

/** The name of a structure that is known to exist. */
export async function structureName(db: Db, structure: StructureId): Promise<string> {
  const row = await db
    .selectFrom('structure')
    .select('name')
    .where('structure_id', '=', structure)
    .executeTakeFirstOrThrow()
  return row.name
}
