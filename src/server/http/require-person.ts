import type { FastifyRequest } from 'fastify'
import { CodedError } from '../../domain/errors.ts'
import type { PersonId } from '../../domain/ids.ts'

/** Who asks, as a use case needs to know it. */
export interface RequestingPerson {
  readonly id: PersonId
}

/** The person signed in; throws `unauthenticated` where there is none. */
export function requirePerson(request: FastifyRequest): RequestingPerson {
  if (!request.session) throw new CodedError('unauthenticated')
  return { id: request.session.personId }
}
