import type { FastifyRequest } from 'fastify'
import { CodedError } from '../../domain/errors.ts'
import type { TeamId } from '../../domain/ids.ts'
import { leadsTeam } from '../store/memberships.ts'
import { requirePerson, type RequestingPerson } from './require-person.ts'

/**
 * The person signed in, who must coordinate the team now; throws `forbidden`, the same for a team that doesn't exist, as
 * `requireMembership` does.
 */
export async function requireCoordination(request: FastifyRequest, team: TeamId): Promise<RequestingPerson> {
  const person = requirePerson(request)
  if (!(await leadsTeam(request.server.store.db, person.id, team))) throw new CodedError('forbidden')
  return person
}
