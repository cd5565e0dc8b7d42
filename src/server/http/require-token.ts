import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import type { ApiToken } from '../../domain/open-data/api-token.ts'
import type { DatasetName } from '../../domain/open-data/rows.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import { validToken } from '../store/api-tokens.ts'

/** What a token begins with: whoever finds one in a file knows what it opens. */
const prefix = 'coop_'

export function secretOf(random: string): string {
  return `${prefix}${random}`
}

/** Found by its hash: the token itself is never stored. */
export function tokenHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The token that a request shows; throws `token-refused` where it shows none that is valid today. */
export async function requireToken(request: FastifyRequest): Promise<ApiToken> {
  const { store, clock } = request.server
  const secret = /^Bearer (coop_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
  const token = secret && (await validToken(store.db, tokenHash(secret), frenchDayOf(clock())))
  if (!token) throw new CodedError('token-refused')
  return token
}

/** The department that a token may read of a dataset, or all where there is none; throws `out-of-scope` for any other. */
export function departmentInScope(
  token: ApiToken,
  dataset: DatasetName,
  asked: string | undefined,
): DepartmentCode | undefined {
  const { datasets, department } = token
  const isOutside = department !== null && asked !== undefined && asked !== department
  if (!datasets.includes(dataset) || isOutside) throw new CodedError('out-of-scope')
  const code = department ?? asked
  // Both were read as departments.
  return code !== undefined && isDepartmentCode(code) ? code : undefined
}
