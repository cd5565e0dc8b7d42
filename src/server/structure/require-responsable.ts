import { CodedError } from '../../domain/errors.ts'
import type { PersonId, StructureId } from '../../domain/ids.ts'
import { heldRoles } from '../store/held-roles.ts'
import type { Db } from '../store/tables.ts'

/**
 * The person must be a *responsable* of the structure while this is asked, in the transaction of what they do: a
 * *lecteur* reads. Throws `forbidden`.
 */
export async function requireResponsable(db: Db, person: PersonId, structure: StructureId): Promise<void> {
  const held = await heldRoles(db, person, { over: 'structure', id: structure })
  if (!held.includes('responsable')) throw new CodedError('forbidden')
}
