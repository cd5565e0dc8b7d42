import type { NamedHolder } from '../../domain/commitments/said-post-fact.ts'
import { CodedError } from '../../domain/errors.ts'
import { structureIdSchema, type StructureId } from '../../domain/ids.ts'
import { faultOfSiret, siretDigits } from '../../domain/siret.ts'
import { departmentOf } from '../../domain/territory/departments.ts'
import type { Ids } from '../clock-and-ids.ts'
import { putStructure, structureBySiret } from '../store/provisioning-structures.ts'
import type { Db } from '../store/tables.ts'

/**
 * The structure that has a SIRET: the one that is known, which keeps the name and the town that it has, or a new one.
 * Throws `siret-length`, `siret-key`, or `structure-unknown` where a new one has no name or town.
 */
export async function holderNamed(
  tx: Db,
  { siret: typed, name, commune, nature }: NamedHolder,
  { ids, at }: { ids: Ids; at: string },
): Promise<StructureId> {
  const siret = siretDigits(typed)
  const fault = faultOfSiret(siret)
  if (fault) throw new CodedError(`siret-${fault}`)
  const known = await structureBySiret(tx, siret)
  if (known) return known
  if (!name || !commune) throw new CodedError('structure-unknown')
  const id = structureIdSchema.parse(ids.newId())
  const department = departmentOf(commune) ?? null
  await putStructure(tx, { id, siret, name, commune, department, kind: nature ?? null }, at)
  return id
}
