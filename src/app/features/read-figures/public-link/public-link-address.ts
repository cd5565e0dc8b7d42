import type { StructureId } from '../../../../domain/ids.ts'
import { structureAddress } from '../../../addresses.ts'
import { structureBilan, type BilanModelName } from '../bilan/bilan-models.ts'

/** Where a structure’s bilan is opened to the public, and closed. */
export function structureLinkAddress(id: StructureId, model: BilanModelName): string {
  return `${structureAddress(id)}/lien${model === structureBilan.name ? '' : `/${model}`}`
}

/** @param query the period, as the address of its figures says it */
export function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`
}
