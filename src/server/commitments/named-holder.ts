import type { NamedHolder } from '../../domain/commitments/said-post-fact.ts'
import { CodedError } from '../../domain/errors.ts'
import { structureIdSchema, type StructureId } from '../../domain/ids.ts'
import { faultOfSiret, siretDigits } from '../../domain/siret.ts'
import { departmentOf } from '../../domain/territory/departments.ts'
import type { Ids } from '../clock-and-ids.ts'
import {
  putStructure,
  structureBySiret,
  type ProvisionedStructure,
} from '../store/provisioning-structures.ts'
import type { Db } from '../store/tables.ts'

/**
 * The structure that has a SIRET: the one that is known, which keeps the name and the town that it has, or a new one.
 * Throws what `siretOf` and `newHolder` throw.
 */
export async function holderNamed(
  tx: Db,
  holder: NamedHolder,
  { ids, at }: { ids: Ids; at: string },
): Promise<StructureId> {
  const known = await structureBySiret(tx, siretOf(holder))
  if (known) return known
  const made = newHolder(holder, ids)
  await putStructure(tx, made, at)
  return made.id
}

/** Throws `siret-length` or `siret-key`. */
export function siretOf({ siret: typed }: NamedHolder): string {
  const siret = siretDigits(typed)
  const fault = faultOfSiret(siret)
  if (fault) throw new CodedError(`siret-${fault}`)
  return siret
}

/** A structure that isn't known yet. Throws `structure-unknown` where it has no name or town, or what `siretOf` throws. */
export function newHolder(holder: NamedHolder, ids: Ids): ProvisionedStructure {
  const { name, commune, nature } = holder
  const siret = siretOf(holder)
  if (!name || !commune) throw new CodedError('structure-unknown')
  const id = structureIdSchema.parse(ids.newId())
  return { id, siret, name, commune, department: departmentOf(commune) ?? null, kind: nature ?? null }
}
