import type { FastifyReply, FastifyRequest } from 'fastify'
import type { KeptText } from '../commitments/board-shelf.ts'
import { acceptedEncoding, compressed } from './compressed-answers.ts'

const compressedTexts = new WeakMap<KeptText, Promise<Buffer>>()

/** Sends JSON that is kept, in the form that whoever asks reads; it is compressed for the first who asks alone. */
export async function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  kept: KeptText,
): Promise<string | Buffer> {
  void reply.type('application/json; charset=utf-8')
  if (acceptedEncoding(request) !== 'br') return kept.text
  void reply.headers({ vary: 'accept-encoding', 'content-encoding': 'br' })
  const known = compressedTexts.get(kept)
  if (known) return known
  const made = compressed(kept.text, 'br')
  compressedTexts.set(kept, made)
  return made
}
