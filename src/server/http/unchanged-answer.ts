import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Marks an answer by what it says, and tells whether whoever asks has it already: then a 304 says it all. The mark is a
 * weak one, since the same answer may be sent compressed or not.
 */
export function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  cache: string,
): boolean {
  const mark = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  void reply.headers({ etag: mark, 'cache-control': cache })
  const known = request.headers['if-none-match']?.split(/,\s*/) ?? []
  return known.includes(mark) || known.includes('*')
}
