import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { CodedError, errorCatalogue, type ErrorCode } from '../../domain/errors.ts'
import { codedFailure } from '../store/transaction.ts'
import type { App } from './app.ts'

/** Seconds after which it is worth trying again, where the error doesn't say. */
const defaultRetryAfter: Partial<Record<ErrorCode, number>> = {
  'too-many-requests': 60,
  busy: 5,
  unavailable: 15,
}

/** Every refusal of a whole request, as a problem document (RFC 9457) with a code of the catalogue. */
export function answerWithProblems(app: App): void {
  app.setErrorHandler((error: unknown, request, reply) => {
    const coded = toCoded(error)
    if (coded.code === 'internal') request.log.error(withoutPersonalData(error), 'unexpected error')
    return sendProblem(reply, coded)
  })
}

export function sendProblem(reply: FastifyReply, error: CodedError): FastifyReply {
  const { status, title, next } = errorCatalogue[error.code]
  const retryAfter = error.facts['retryAfter'] ?? defaultRetryAfter[error.code]
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      ...error.facts,
      type: `urn:espace-coop:${error.code}`,
      title,
      status,
      code: error.code,
      detail: next,
    })
}

/** The address that nothing answers at, under a prefix that only programs read. */
export function notFound(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, new CodedError('not-found'))
}

/** What the framework and its plugins throw, in the house's codes; anything else is a bug of ours. */
export function toCoded(error: unknown): CodedError {
  if (error instanceof CodedError) return error
  const passing = codedFailure(error)
  if (passing) return passing
  if (!isFastifyError(error)) return new CodedError('internal', {}, error)
  if (error.validation) return new CodedError('invalid-request', fieldOf(error), error)
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new CodedError('unsupported-encoding', {}, error)
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new CodedError('too-large', {}, error)
    default:
      return byStatus(error)
  }
}

function byStatus(error: FastifyError): CodedError {
  const status = error.statusCode ?? 500
  if (status === 404) return new CodedError('not-found', {}, error)
  if (status >= 400 && status < 500) return new CodedError('invalid-request', {}, error)
  return new CodedError('internal', {}, error)
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

/** The path of the first field that is wrong; its value stays out of answers and logs. */
function fieldOf(error: FastifyError): Record<string, string> {
  const path = error.validation?.[0]?.instancePath.replace(/^\//, '').replaceAll('/', '.')
  return path ? { field: path } : {}
}

/** Name, code and stack of an error. Messages are left out: a database's quote values. */
export function withoutPersonalData(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  const code = 'code' in error ? error.code : undefined
  const cause = error.cause === undefined ? undefined : withoutPersonalData(error.cause)
  return { error: error.name, code, frames: frames.map((line) => line.trim()), cause }
}
