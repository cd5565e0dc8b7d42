import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'

/**
 * An answer of which a part may be known before the rest: each line is the answer as far as it is known, as JSON, and the
 * last one is all of it. What is refused before the first line is refused as anywhere; after it, the answer is cut short.
 *
 * @param ask calls `early` with what is known
 */
export function answerInLines<T>(
  reply: FastifyReply,
  ask: (early: (known: T) => void) => Promise<T>,
): Promise<string | PassThrough> {
  void reply.type('application/x-ndjson')
  return new Promise((resolve, reject) => {
    let stream: PassThrough | undefined
    const early = (known: T) => {
      stream ??= new PassThrough()
      stream.write(lineOf(known))
      resolve(stream)
    }
    ask(early).then(
      (all) => (stream ? stream.end(lineOf(all)) : resolve(lineOf(all))),
      (error: unknown) => (stream ? stream.destroy(asError(error)) : reject(asError(error))),
    )
  })
}

function lineOf(known: unknown): string {
  return `${JSON.stringify(known)}\n`
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
