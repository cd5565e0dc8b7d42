import type { FastifyRequest } from 'fastify'
import { CodedError } from '../../domain/errors.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import { stateRemit } from '../store/state-remit.ts'
import { requirePerson, type RequestingPerson } from './require-person.ts'

/** Who reads for the State, and what. */
export interface Remit {
  readonly person: RequestingPerson
  /** Null for the nation. */
  readonly department: DepartmentCode | null
}

/** The person signed in, who must read for the State now; throws `forbidden` for anybody else. */
export async function requireRemit(request: FastifyRequest): Promise<Remit> {
  const person = requirePerson(request)
  const { department } = (await stateRemit(request.server.store.db, person.id)) ?? {}
  if (department === null || (department !== undefined && isDepartmentCode(department))) {
    return { person, department }
  }
  throw new CodedError('forbidden')
}
