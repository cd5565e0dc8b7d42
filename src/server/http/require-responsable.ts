import type { FastifyRequest } from 'fastify'
import { CodedError } from '../../domain/errors.ts'
import type { StructureId } from '../../domain/ids.ts'
import { membershipRole } from '../store/memberships.ts'
import { requirePerson, type RequestingPerson } from './require-person.ts'

/** The person signed in, who must be a *responsable* of the structure now; throws `forbidden` for everybody else. */
export async function requireResponsable(
  request: FastifyRequest,
  structure: StructureId,
): Promise<RequestingPerson> {
  const person = requirePerson(request)
  const role = await membershipRole(request.server.store.db, person.id, structure)
  if (role !== 'responsable') throw new CodedError('forbidden')
  return person
}
