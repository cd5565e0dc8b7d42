import type { StructureId } from '../domain/ids.ts'
import { addresses } from './addresses.ts'

/*
 * Where an employer gets in, and sees who else does. Apart from the other addresses, since a first visit needs none of
 * them but that of the public page.
 */

/** Asks for access to the structure that employs one. */
export const askForAccessAddress = `${addresses.employers}/demande`

/** Where the link of an invitation leads. */
export const invitationAddress = '/invitation'

/** Where the State lets in the first *responsable* of a structure. */
export const firstRequestsAddress = '/etat/acces'

/** Who has access to a structure. */
export function structureAccessAddress(id: StructureId): string {
  return `${addresses.structure}/${id}/acces`
}
