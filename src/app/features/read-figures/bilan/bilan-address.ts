import type { StructureId } from '../../../../domain/ids.ts'
import { structureAddress } from '../../../addresses.ts'
import { structureBilan, type BilanModelName } from './bilan-models.ts'

/**
 * Where a structure's bilan is prepared.
 *
 * @param query the period, as the address of its figures says it
 */
export function structureBilanAddress(id: StructureId, model: BilanModelName, query: string): string {
  const path = `${structureAddress(id)}/bilan${model === structureBilan.name ? '' : `/${model}`}`
  return query === '' ? path : `${path}?${query}`
}
